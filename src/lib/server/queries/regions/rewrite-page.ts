import { isInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { mayDebate, maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { cutRewritePage, foldUnchanged, listEntries } from '#lib/domain/hearing/rewrite-pages.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { type DocumentHead, readDocument } from '../../access/documents.ts';
import { takesMeetings } from './meetings.ts';
import { readRewrite, type Rewrite } from './rewrites.ts';

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
  const found = await readRewrite(context, document, id);
  if (!found.postedAt) return null;
  const { considered, blocks, rows, changes, corrections: _, ...rewrite } = found;
  const text = { considered, blocks, rows };
  const view = viewOf(query);
  const all = listEntries(text);
  const { entries, page } = cutRewritePage(text, view === 'changed' ? foldUnchanged(all) : all, {
    asked,
    bytesBeside: (change) => wordBytes(changes[change])
  });
  const onPage = changes.slice(page.first - 1, page.last);
  return {
    rewrite,
    sections: rewrite.sections?.map((each) => each.text) ?? [],
    ...{ entries, page, view },
    /** The changes on the page by their places among all. */
    changes: Object.fromEntries(onPage.map((each) => [each.position, each])),
    mayLike: mayLike(context, document, found),
    mayWithdraw: mayWithdraw(context, document, found)
  };
}

/** Returns about how many bytes the reason of a change and its answer take. */
const wordBytes = (change?: { reason: string; answer: { html: string } | null }) =>
  change ? change.reason.length + (change.answer?.html.length ?? 0) : 0;

/** Returns whether the viewer may like the rewrite's changes: while its round is open. */
function mayLike(
  { viewer, now }: Context,
  document: DocumentHead,
  { withdrawnAt, round }: Rewrite
): boolean {
  const hearing = document.hearing && { ...document.hearing, round };
  return !withdrawnAt && isInputPeriodOpen(document, hearing, now) && mayDebate(viewer, document);
}

/** Returns whether the viewer may withdraw the rewrite: while the region may give input. */
const mayWithdraw = (
  context: Context,
  document: DocumentHead,
  { withdrawnAt, round, region }: Rewrite
): boolean =>
  round === document.round &&
  !withdrawnAt &&
  maySpeakForRegion(context.viewer, document, region.id) &&
  takesMeetings(context, document);
