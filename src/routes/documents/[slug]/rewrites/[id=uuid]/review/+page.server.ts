import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { layBeside } from '#lib/domain/hearing/aligned.ts';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { answerPairings } from '#lib/domain/hearing/pairings.ts';
import { withoutBrackets } from '#lib/domain/hearing/remarks.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/context.ts';
import { readDocument } from '#lib/server/documents/queries.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  changesNamed,
  pairingsSaid,
  reasonField,
  reasonsTyped,
  remarksUsed,
  withoutPlaces
} from '#lib/server/rewrites/answers.ts';
import { readRewrite, type RewriteReading } from '#lib/server/rewrites/queries.ts';
import { discardRewrite, postRewrite, reviewRewrite } from '#lib/server/rewrites/review.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { longestForeword, longestReason } from '../../form.ts';
import { wholeNumber } from '#lib/server/http/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  const document = await show(readDocument(context, params.slug));
  const reading = await show(readRewrite(context, document, params.id));
  const own = `/documents/${document.slug}/rewrites/${reading.id}`;
  if (reading.postedAt) redirect(303, own);
  if (!maySpeakForRegion(context.viewer, document, reading.region.id)) redirect(303, own);
  const { considered, corrections, rows, changes, ...rewrite } = reading;
  return {
    rewrite: { ...rewrite, changes },
    made: madeFrom(fieldsOf(reading)),
    discarded: madeFrom({ ...reading, fields: {} }),
    reasonFields: changes.map(reasonField),
    changesNamed: changesNamed(changes),
    remarks: remarksOf(reading),
    entries: layBeside({ considered, blocks: reading.blocks, rows }),
    draft: considered.map(({ number, text }) => ({ number, text })),
    together: corrections.together ?? [],
    apart: corrections.apart ?? []
  };
};

const remarksOf = ({ blocks }: RewriteReading) =>
  blocks.filter(({ isRemark }) => isRemark).map(({ position }) => String(position));

const fieldsOf = (reading: RewriteReading): Saved => ({
  revision: reading.revision,
  fields: {
    foreword: reading.foreword,
    remark: remarksOf(reading),
    ...Object.fromEntries(reading.changes.map((each) => [reasonField(each), each.reason]))
  }
});

/**
 * The review as it is saved. Where its changes are others now, what was said of them by their
 * places is asked again.
 */
const savedReview =
  ({ slug, id }: { slug: string; id: string }): ReadSaved =>
  async (context, sent) => {
    const reading = await readRewrite(context, await readDocument(context, slug), id);
    const names = reading.changes.map(reasonField);
    const named = changesNamed(reading.changes);
    return {
      ...fieldsOf(reading),
      isGone: (field) => field.startsWith('reason-') && !names.includes(field),
      nameOf: (field) =>
        field === 'remark'
          ? m.rewrite_is_remark()
          : names.includes(field)
            ? m.beside_reason({ number: names.indexOf(field) + 1 })
            : null,
      wordFor: (field, value) =>
        field === 'remark'
          ? reading.blocks.find(({ position }) => String(position) === value)?.text
          : null,
      typed: sent.changes === named ? sent : { ...withoutPlaces(sent), changes: named }
    };
  };

/** The review that would be thrown away. */
const discardedReview =
  (params: { slug: string; id: string }): ReadSaved =>
  async (...asked) => ({
    ...(await savedReview(params)(...asked)),
    fields: {},
    isGone: () => false
  });

const reviewForm = v.objectWithRest(
  {
    revision: wholeNumber(),
    foreword: v.pipe(v.string(), v.trim(), v.maxLength(longestForeword)),
    remark: v.optional(v.array(wholeNumber()), []),
    forget: v.optional(v.array(v.string()), [])
  },
  v.union([v.pipe(v.string(), v.maxLength(longestReason)), v.array(v.string())])
);

const discardForm = v.object({ revision: wholeNumber() });

type Review = v.InferOutput<typeof reviewForm>;

/** Saves what was typed; gives where the page is and whether other changes came of it. */
async function save(event: RequestEvent, context: Context, typed: Review) {
  const { slug, id } = event.params as { slug: string; id: string };
  const document = await readDocument(context, slug);
  const reading = await readRewrite(context, document, id);
  const reasons = reasonsTyped(typed, reading.changes);
  const remarks = new Set(typed.remark);
  for (const { position, change } of remarksUsed(typed)) {
    remarks.add(position);
    const remark = reading.blocks.find((block) => block.position === position);
    const words = withoutBrackets(remark?.text ?? '');
    const before = reasons[change]?.trim();
    if (!before?.includes(words)) reasons[change] = [before, words].filter(Boolean).join('\n\n');
  }
  const saved = await reviewRewrite(context, id, {
    revision: typed.revision,
    foreword: typed.foreword,
    reasons,
    remarks: [...remarks],
    corrections: answerPairings(reading.corrections, pairingsSaid(reading, typed))
  });
  return { ...saved, own: `/documents/${slug}/rewrites/${id}` };
}

export const actions: Actions = {
  save: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { own, isRealigned } = await save(event, context, typed);
      const text = isRealigned ? m.rewrite_saved_realigned() : m.rewrite_saved();
      setFlash(event, { kind: 'success', text });
      redirect(303, `${own}/review`);
    }),

  post: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { own, revision, isRealigned } = await save(event, context, typed);
      if (isRealigned) {
        setFlash(event, { kind: 'refusal', text: m.rewrite_not_posted_realigned() });
        redirect(303, `${own}/review`);
      }
      await postRewrite(context, event.params.id, revision);
      setFlash(event, { kind: 'success', text: m.rewrite_posted() });
      redirect(303, own);
    }),

  discard: (event) =>
    actOnSaved(
      event,
      'discard',
      discardForm,
      discardedReview(event.params),
      async (context, { revision }) => {
        const document = await readDocument(context, event.params.slug);
        const { meeting, postedAt } = await readRewrite(context, document, event.params.id);
        if (postedAt) throw new Refusal('stale');
        await discardRewrite(context, event.params.id, revision);
        setFlash(event, { kind: 'success', text: m.rewrite_discarded() });
        redirect(303, `/documents/${document.slug}/meetings/${meeting.id}`);
      }
    )
};
