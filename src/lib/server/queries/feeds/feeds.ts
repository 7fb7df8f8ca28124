import { eq, sql } from 'drizzle-orm';
import type { Feed, FeedEvent } from '#lib/domain/feed/feed.ts';
import { cleanName } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { document } from '../../database/tables/index.ts';
import { readable, readDocument } from '../../access/documents.ts';
import {
  selectComments,
  selectDecisions,
  selectRewrites,
  selectSteps,
  selectVersions
} from './select.ts';

/** What a reader that asks once a week can still catch up with. */
const eventsOfForum = 50;
const eventsOfDocument = 100;

/** What happened to the documents that the viewer may read: their steps, versions and decisions. */
export async function readForumFeed(context: Context): Promise<Feed> {
  const where = readable(context);
  const events = await Promise.all([
    selectSteps(context, where, eventsOfForum),
    selectVersions(context, where, eventsOfForum),
    selectDecisions(context, where, eventsOfForum)
  ]);
  return feedOf(null, events.flat(), eventsOfForum, null);
}

/**
 * What happened to the document and what was said of it. Refuses with notFound where it may not be
 * read.
 */
export async function readDocumentFeed(context: Context, slug: string): Promise<Feed> {
  const { id, title, summary } = await readDocument(context, slug);
  const where = eq(document.id, id);
  const [taken, ...events] = await Promise.all([
    lastTaken(context, id),
    selectSteps(context, where, eventsOfDocument),
    selectVersions(context, where, eventsOfDocument),
    selectDecisions(context, where, eventsOfDocument),
    selectComments(context, where, eventsOfDocument),
    selectRewrites(context, where, eventsOfDocument)
  ]);
  return feedOf({ id, slug, title, summary }, events.flat(), eventsOfDocument, taken);
}

/** When something was last taken out of the document's feed, or put back into it. */
async function lastTaken({ database }: Context, documentId: string): Promise<Date | null> {
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

function feedOf(of: Feed['of'], told: FeedEvent[], limit: number, taken: Date | null): Feed {
  const newest = told.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit);
  const events = newest.map(withCleanNames);
  const changes = [...events.map(({ updated }) => updated), ...(taken ? [taken] : [])];
  const updated = new Date(Math.max(0, ...changes.map((at) => at.getTime())));
  return { of, updated, events };
}

/** Names that were kept before names were cleaned turn the words of a feed's entry round. */
function withCleanNames(event: FeedEvent): FeedEvent {
  const by = event.by === null ? null : cleanName(event.by);
  if (event.kind === 'comment' && event.replyTo !== null)
    return { ...event, by, replyTo: cleanName(event.replyTo) };
  return { ...event, by };
}
