import { redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { discardForm, discardRewrite } from '#lib/server/commands/regions/discard-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import {
  reviewForm,
  reviewRewrite,
  reviewTyped
} from '#lib/server/commands/regions/review-rewrite.ts';
import { parseNumber } from '#lib/server/formats/fields.ts';
import { actOnSaved, redirectUnlessUnsent, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import { madeFrom } from '#lib/server/http/merging.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { readReviewPage } from '#lib/server/queries/regions/review-page.ts';
import { digestChanges } from '#lib/server/text/review-fields.ts';
import { discardedReview, fieldsOf, remarksOf, savedReview } from './saved-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  const page = await show(readReviewPage(context, params, pageAsked(url)));
  if (!page) redirectUnlessUnsent(locals, addressOf(params));
  const { rewrite, review } = page;
  const { id, meeting, region, version, foreword } = rewrite;
  const { fields } = fieldsOf(rewrite, review.asked);
  const names = ['foreword', 'remark', ...Object.values(review.changes).map(({ field }) => field)];
  return {
    rewrite: { id, meeting, region, version, foreword },
    review,
    made: madeFrom({
      revision: rewrite.revision,
      fields: Object.fromEntries(names.map((name) => [name, fields[name]!]))
    }),
    discarded: madeFrom({ ...rewrite, fields: {} }),
    changesDigest: digestChanges(rewrite.changes),
    remarks: remarksOf(rewrite)
  };
};

const addressOf = ({ slug, id }: { slug: string; id: string }) =>
  `/documents/${slug}/rewrites/${id}`;

export const actions: Actions = {
  save: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { revision, then } = typed;
      const review = reviewTyped(typed);
      const { isRealigned } = await reviewRewrite(context, event.params.id, revision, review);
      const text = isRealigned ? m.rewrite_saved_realigned() : m.rewrite_saved();
      setFlash(event, { kind: 'success', text });
      redirect(303, pageAfter(event, then));
    }),

  post: (event) =>
    actOnSaved(event, 'review', reviewForm, savedReview(event.params), async (context, typed) => {
      const { revision, then } = typed;
      const review = reviewTyped(typed);
      const { isPosted } = await postRewrite(context, event.params.id, revision, review);
      if (!isPosted) {
        setFlash(event, { kind: 'refusal', text: m.rewrite_not_posted_realigned() });
        redirect(303, pageAfter(event, then));
      }
      setFlash(event, { kind: 'success', text: m.rewrite_posted() });
      redirect(303, addressOf(event.params));
    }),

  discard: (event) =>
    actOnSaved(
      event,
      'discard',
      discardForm,
      discardedReview(event.params),
      async (context, { revision }) => {
        const meetingId = await discardRewrite(context, event.params.id, revision);
        setFlash(event, { kind: 'success', text: m.rewrite_discarded() });
        redirect(303, `/documents/${event.params.slug}/meetings/${meetingId}`);
      }
    )
};

type ReviewEvent = RequestEvent<{ slug: string; id: string }>;

/** Returns the address of the review's page with the number `then`, otherwise of the same page. */
function pageAfter({ url, params }: ReviewEvent, then: string): string {
  const { page, change } = pageAsked(url);
  const wished = parseNumber(then);
  const next = wished ?? page;
  const query = wished === null && change ? `?change=${change}` : next ? `?page=${next}` : '';
  return `${addressOf(params)}/review${query}`;
}
