import { eq, sql } from 'drizzle-orm';
import type { Feed, FeedEvent } from '#lib/domain/feed/feed.ts';
import { cleanName } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { document } from '../../database/tables/index.ts';
import { isReadable, readDocument } from '../../access/documents.ts';
import {
  selectComments,
  selectDecisions,
  selectRewrites,
  selectSteps,
  selectVersions
} from './events.ts';

/** The most events of a feed: enough that a reader who asks once a week misses none. */
const maxForumEvents = 50;
const maxDocumentEvents = 100;

/** Returns the feed of the steps, versions and decisions of the documents that the viewer may read. */
export async function readForumFeed(context: Context): Promise<Feed> {
  const where = isReadable(context);
  const events = await Promise.all([
    selectSteps(context, where, maxForumEvents),
    selectVersions(context, where, maxForumEvents),
    selectDecisions(context, where, maxForumEvents)
  ]);
  return feedOf(null, events.flat(), maxForumEvents, null);
}

/**
 * Returns the feed of a document: its steps, versions, decisions, comments and rewrites. Throws as
 * readDocument does.
 */
export async function readDocumentFeed(context: Context, slug: string): Promise<Feed> {
  const { id, title, summary } = await readDocument(context, slug);
  const where = eq(document.id, id);
  const [removedAt, ...events] = await Promise.all([
    findLastRemoval(context, id),
    selectSteps(context, where, maxDocumentEvents),
    selectVersions(context, where, maxDocumentEvents),
    selectDecisions(context, where, maxDocumentEvents),
    selectComments(context, where, maxDocumentEvents),
    selectRewrites(context, where, maxDocumentEvents)
  ]);
  return feedOf({ id, slug, title, summary }, events.flat(), maxDocumentEvents, removedAt);
}

/** Returns when something was last removed from the document's feed, or put back into it. */
async function findLastRemoval({ database }: Context, documentId: string): Promise<Date | null> {
  const [found] = await database
    .select({
      at: sql<Date | null>`greatest(
        (select max(c.withdrawn_at) from comment c where c.document_id = ${documentId}),
        (select max(s.at) from moderation s join comment c on c.id = s.comment_id
          where c.document_id = ${documentId}),
        (select max(w.withdrawn_at) from rewrite w join hearing h on h.id = w.hearing_id
          where h.document_id = ${documentId}))`.mapWith(document.createdAt)
    })
    .from(sql`(values (1)) as here`);
  return found!.at;
}

function feedOf(of: Feed['of'], all: FeedEvent[], limit: number, removedAt: Date | null): Feed {
  const newest = all.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit);
  const events = newest.map(withCleanNames);
  const changes = [...events.map(({ updated }) => updated), ...(removedAt ? [removedAt] : [])];
  const updated = new Date(Math.max(0, ...changes.map((at) => at.getTime())));
  return { of, updated, events };
}

/**
 * Returns the event with its names cleaned: an old name may hold characters that reverse the text of
 * an entry.
 */
function withCleanNames(event: FeedEvent): FeedEvent {
  const by = event.by === null ? null : cleanName(event.by);
  if (event.kind === 'comment' && event.replyTo !== null)
    return { ...event, by, replyTo: cleanName(event.replyTo) };
  return { ...event, by };
}
