import { and, eq, sql } from 'drizzle-orm';
import { shortenComment, shortenWords, writeQuotation } from '#lib/domain/hearing/quotation.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import {
  comment,
  standingComment,
  commentVoice,
  document,
  meeting,
  region
} from '../../database/tables/index.ts';
import { readable } from '../../access/documents.ts';

/**
 * How a reply that quotes the comment begins: the `words` marked in it, or else its own, under the
 * name of who says it, which leads to it. Refuses with notFound where it is hidden or withdrawn.
 */
export async function quoteComment(
  { database }: Context,
  documentId: string,
  commentId: string,
  words: string
): Promise<string> {
  const [found] = await database
    .select({
      name: sql<string>`coalesce(${region.name}, ${standingComment.authorName})`,
      markdown: standingComment.markdown
    })
    .from(standingComment)
    .leftJoin(commentVoice, eq(commentVoice.commentId, standingComment.id))
    .leftJoin(meeting, eq(meeting.id, commentVoice.meetingId))
    .leftJoin(region, eq(region.id, meeting.regionId))
    .where(and(eq(standingComment.id, commentId), eq(standingComment.documentId, documentId)));
  if (!found) throw new Refusal('notFound');
  const { name, markdown } = found;
  const quoted = words.trim() ? shortenWords(words) : shortenComment(markdown);
  return `${writeQuotation(name, quoted, `/comments/${commentId}`)}\n\n`;
}

/** The document that the comment is said to. Refuses with notFound where it may not be read. */
export async function findPlaceOf(context: Context, commentId: string): Promise<{ slug: string }> {
  const [found] = await context.database
    .select({ slug: document.slug })
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .where(and(eq(comment.id, commentId), readable(context)));
  if (!found) throw new Refusal('notFound');
  return found;
}
