import { m } from '#lib/paraglide/messages.js';
import { readDocument } from '#lib/server/access/documents.ts';
import type { ReadSaved, Saved } from '#lib/server/http/merging.ts';
import { readRewrite, type Rewrite } from '#lib/server/queries/regions/rewrites.ts';
import { digestChanges, dropPlaceFields, reasonField } from '#lib/server/text/review-fields.ts';

/**
 * Returns the saved review by the fields of the form. Of the remarks, only those among `asked`,
 * the positions that the page asks of, are fields of it.
 */
export const fieldsOf = (rewrite: Rewrite, asked: readonly string[]): Saved => ({
  revision: rewrite.revision,
  fields: {
    foreword: rewrite.foreword,
    remark: remarksOf(rewrite).filter((position) => asked.includes(position)),
    ...Object.fromEntries(rewrite.changes.map((each) => [reasonField(each), each.reason]))
  }
});

/** Returns the positions of the rewrite's remarks, as the form sends them. */
export const remarksOf = ({ blocks }: Rewrite): string[] =>
  blocks.filter(({ isRemark }) => isRemark).map(({ position }) => String(position));

type Address = { slug: string; id: string };

/**
 * Reads the saved review for a form that was sent. If the rewrite has other changes now, the
 * answers that name a change by its position are left out, so that they are asked again.
 */
export const savedReview =
  ({ slug, id }: Address): ReadSaved =>
  async (context, sent) => {
    const rewrite = await readRewrite(context, await readDocument(context, slug), id);
    const reasons = rewrite.changes.map(reasonField);
    const changes = digestChanges(rewrite.changes);
    return {
      ...fieldsOf(rewrite, [sent.asked ?? []].flat()),
      isGone: (field) => field.startsWith('reason-') && !reasons.includes(field),
      nameOf: (field) => nameOf(field, reasons),
      wordFor: (field, value) =>
        field === 'remark'
          ? rewrite.blocks.find(({ position }) => String(position) === value)?.text
          : null,
      typed: sent.changes === changes ? sent : { ...dropPlaceFields(sent), changes }
    };
  };

function nameOf(field: string, reasons: readonly string[]): string | null {
  if (field === 'remark') return m.rewrite_is_remark();
  const index = reasons.indexOf(field);
  return index < 0 ? null : m.beside_reason({ number: index + 1 });
}

/** Reads the review for the form that discards it, which has no field of its own. */
export const discardedReview =
  (address: Address): ReadSaved =>
  async (context, sent) => ({
    ...(await savedReview(address)(context, sent)),
    fields: {},
    isGone: () => false
  });
