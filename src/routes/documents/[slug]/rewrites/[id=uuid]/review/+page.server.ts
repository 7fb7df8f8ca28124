import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { answerPairings } from '#lib/domain/hearing/pairings.ts';
import { withoutBrackets } from '#lib/domain/hearing/remarks.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { actOnSaved, leadOn, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  changesNamed,
  pairingsSaid,
  reasonField,
  reasonsTyped,
  remarksUsed,
  withoutPlaces
} from '#lib/server/queries/regions/rewrite-answers.ts';
import { readRewrite, type RewriteReading } from '#lib/server/queries/regions/rewrites.ts';
import { viewReview } from '#lib/server/queries/regions/review-page.ts';
import {
  discardRewrite,
  postRewrite,
  reviewRewrite
} from '#lib/server/commands/regions/review-rewrite.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { longestForeword, longestReason } from '../../form.ts';
import { numberIn, wholeNumber } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import { pageAsked } from '#lib/server/http/paging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  const document = await show(readDocument(context, params.slug));
  const reading = await show(readRewrite(context, document, params.id));
  const own = `/documents/${document.slug}/rewrites/${reading.id}`;
  const isOurs = maySpeakForRegion(context.viewer, document, reading.region.id);
  if (reading.postedAt || !isOurs) leadOn(locals, own);
  const { id, meeting, region, version, foreword } = reading;
  const review = viewReview(reading, pageAsked(url));
  const { fields } = fieldsOf(reading, review.asked);
  const names = ['foreword', 'remark', ...Object.values(review.changes).map(({ field }) => field)];
  return {
    rewrite: { id, meeting, region, version, foreword },
    review,
    made: madeFrom({
      revision: reading.revision,
      fields: Object.fromEntries(names.map((name) => [name, fields[name]!]))
    }),
    discarded: madeFrom({ ...reading, fields: {} }),
    changesNamed: changesNamed(reading.changes),
    remarks: remarksOf(reading)
  };
};

const remarksOf = ({ blocks }: RewriteReading) =>
  blocks.filter(({ isRemark }) => isRemark).map(({ position }) => String(position));

/** The whole review by its fields. `asked` names the paragraphs that a page asks of as remarks. */
const fieldsOf = (reading: RewriteReading, asked: readonly string[]): Saved => ({
  revision: reading.revision,
  fields: {
    foreword: reading.foreword,
    remark: remarksOf(reading).filter((position) => asked.includes(position)),
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
      ...fieldsOf(reading, [sent.asked ?? []].flat()),
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
    /** The paragraphs that the page asked of as remarks: no other is touched. */
    asked: v.optional(v.array(wholeNumber()), []),
    /** The page that comes after. */
    then: v.optional(v.string(), ''),
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
  const asked = new Set(typed.asked);
  const untouched = remarksOf(reading).map(Number);
  const remarks = new Set([...untouched.filter((each) => !asked.has(each)), ...typed.remark]);
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

/** The page that comes after a save: the one that was wished for, else the same. */
function pageAfter({ url }: RequestEvent, own: string, { then }: Review): string {
  const { page, change } = pageAsked(url);
  const next = numberIn(then) ?? page;
  const query =
    numberIn(then) === null && change ? `?change=${change}` : next ? `?page=${next}` : '';
  return `${own}/review${query}`;
}

export const actions: Actions = {
  save: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { own, isRealigned } = await save(event, context, typed);
      const text = isRealigned ? m.rewrite_saved_realigned() : m.rewrite_saved();
      setFlash(event, { kind: 'success', text });
      redirect(303, pageAfter(event, own, typed));
    }),

  post: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { own, revision, isRealigned } = await save(event, context, typed);
      if (isRealigned) {
        setFlash(event, { kind: 'refusal', text: m.rewrite_not_posted_realigned() });
        redirect(303, pageAfter(event, own, typed));
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
