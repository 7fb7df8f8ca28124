import { redirect } from '@sveltejs/kit';
import { foldUnchanged, listEntries, cutRewritePage } from '#lib/domain/hearing/rewrite-pages.ts';
import { isInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { mayDebate, maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import { addLike, changeLikeForm, removeLike } from '#lib/server/commands/debate/like.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { act, leadOn, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { takesMeetings } from '#lib/server/queries/regions/meetings.ts';
import { withdrawForm, withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const reading = await show(readRewrite(context, document, params.id));
  if (!reading.postedAt) leadOn(locals, `${url.pathname}/review`);
  const { considered, blocks, rows, changes, corrections: _, ...rewrite } = reading;
  const text = { considered, blocks, rows };
  const view = viewOf(url.searchParams.get('view'));
  const laid = listEntries(text);
  const { entries, page } = cutRewritePage(text, view === 'changed' ? foldUnchanged(laid) : laid, {
    asked: pageAsked(url),
    saidOf: (change) => weightOfSaid(changes[change])
  });
  const isThisRound = rewrite.round === document.round;
  const own = document.hearing && { ...document.hearing, round: rewrite.round };
  return {
    rewrite,
    sections: rewrite.sections?.map(({ text }) => text) ?? [],
    entries,
    page,
    view,
    /** What is said of the changes on the page, by their places among all. */
    said: Object.fromEntries(
      changes.slice(page.first - 1, page.last).map((each) => [each.position, each])
    ),
    mayLike:
      !rewrite.withdrawnAt &&
      isInputPeriodOpen(document, own, context.now) &&
      mayDebate(context.viewer, document),
    mayWithdraw:
      isThisRound &&
      !rewrite.withdrawnAt &&
      maySpeakForRegion(context.viewer, document, rewrite.region.id) &&
      takesMeetings(context, document)
  };
};

const weightOfSaid = (change?: { reason: string; answer: { html: string } | null }) =>
  change ? change.reason.length + (change.answer?.html.length ?? 0) : 0;

const views = ['inPlace', 'sideBySide', 'changed'] as const;
const viewOf = (given: string | null) => views.find((view) => view === given) ?? 'inPlace';

export const actions: Actions = {
  like: (event) =>
    act(event, 'like', changeLikeForm, async (context, { changeId, liked, at }) => {
      await (liked === 'true' ? removeLike : addLike)(context, { changeId });
      const kept = new URLSearchParams({ ...keptView(event.url), change: at });
      redirect(303, `${event.url.pathname}?${kept}#aendring-${at}`);
    }),

  withdraw: (event) =>
    act(event, 'withdraw', withdrawForm, async (context) => {
      await withdrawRewrite(context, event.params.id);
      setFlash(event, { kind: 'success', text: m.rewrite_withdrawn_done() });
      redirect(303, event.url.pathname);
    })
};

const keptView = ({ searchParams }: URL): Record<string, string> => {
  const view = viewOf(searchParams.get('view'));
  return view === 'inPlace' ? {} : { view };
};
