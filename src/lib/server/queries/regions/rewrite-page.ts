import { isInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { mayDebate, maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { cutRewritePage, foldUnchanged, listEntries } from '#lib/domain/hearing/rewrite-pages.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { type DocumentHead, readDocument } from '../../access/documents.ts';
import { takesMeetings } from './meetings.ts';
import { readRewrite, type RewriteReading } from './rewrites.ts';

const views = ['inPlace', 'sideBySide', 'changed'] as const;
export type RewriteView = (typeof views)[number];

/** Returns the view that the address asks for, by default the changes in place. */
export const viewOf = (query: URLSearchParams): RewriteView =>
  views.find((view) => view === query.get('view')) ?? 'inPlace';

/**
 * Returns a page of a posted rewrite in the view that is asked for, and what the viewer may do with
 * it; null if it is not posted yet. Throws as readDocument and readRewrite do.
 */
export async function readRewritePage(
  context: Context,
  { slug, id }: { slug: string; id: string },
  query: URLSearchParams,
  asked: PageAsked
) {
  const document = await readDocument(context, slug);
  const reading = await readRewrite(context, document, id);
  if (!reading.postedAt) return null;
  const { considered, blocks, rows, changes, corrections: _, ...rewrite } = reading;
  const text = { considered, blocks, rows };
  const view = viewOf(query);
  const laid = listEntries(text);
  const { entries, page } = cutRewritePage(text, view === 'changed' ? foldUnchanged(laid) : laid, {
    asked,
    saidOf: (change) => weightOfSaid(changes[change])
  });
  const onPage = changes.slice(page.first - 1, page.last);
  return {
    rewrite,
    sections: rewrite.sections?.map((each) => each.text) ?? [],
    ...{ entries, page, view },
    /** What is said of the changes on the page, by their places among all. */
    said: Object.fromEntries(onPage.map((each) => [each.position, each])),
    mayLike: mayLike(context, document, reading),
    mayWithdraw: mayWithdraw(context, document, reading)
  };
}

/** Returns how much the page holds of what is said of a change. */
const weightOfSaid = (change?: { reason: string; answer: { html: string } | null }) =>
  change ? change.reason.length + (change.answer?.html.length ?? 0) : 0;

/** Whether the viewer may like the changes of the rewrite: while its own round is open. */
function mayLike(
  { viewer, now }: Context,
  document: DocumentHead,
  { withdrawnAt, round }: RewriteReading
): boolean {
  const own = document.hearing && { ...document.hearing, round };
  return !withdrawnAt && isInputPeriodOpen(document, own, now) && mayDebate(viewer, document);
}

/** Whether the viewer may withdraw the rewrite: as long as its region can be spoken for. */
const mayWithdraw = (
  context: Context,
  document: DocumentHead,
  { withdrawnAt, round, region }: RewriteReading
): boolean =>
  round === document.round &&
  !withdrawnAt &&
  maySpeakForRegion(context.viewer, document, region.id) &&
  takesMeetings(context, document);
