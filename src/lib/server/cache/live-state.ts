import { desc, eq, or, sql } from 'drizzle-orm';
import type { LiveState } from '#lib/domain/hearing/news.ts';
import type { Database } from '../database/open.ts';
import {
  block,
  change,
  comment,
  document,
  documentActivity,
  hearing,
  like,
  rewrite,
  standingComment
} from '../database/tables/index.ts';
import { isPublished } from '../database/conditions.ts';

/**
 * More comments than are written while a page is disconnected for some minutes; after a longer time
 * it reloads.
 */
const maxComments = 100;

/** Reads what open pages of the document are told, in three queries; null if there is none. */
export async function readLiveState(
  database: Database,
  documentId: string
): Promise<LiveState | null> {
  const [found] = await database
    .select({
      revision: documentActivity.revision,
      audience: document.audience,
      state: document.state,
      isPublished: isPublished(sql`${document.id}`)
    })
    .from(document)
    .innerJoin(documentActivity, eq(documentActivity.documentId, document.id))
    .where(eq(document.id, documentId));
  if (!found) return null;
  const { revision, ...governed } = found;
  const [comments, likes] = await Promise.all([
    listNewest(database, documentId),
    countLikes(database, documentId)
  ]);
  return { revision, access: { id: documentId, ...governed }, comments, likes };
}

const listNewest = (database: Database, documentId: string) =>
  database
    .select({
      id: standingComment.id,
      blockId: standingComment.blockId,
      authorId: standingComment.authorId,
      at: standingComment.createdAt
    })
    .from(standingComment)
    .where(eq(standingComment.documentId, documentId))
    .orderBy(desc(standingComment.createdAt), desc(standingComment.id))
    .limit(maxComments);

async function countLikes(database: Database, documentId: string): Promise<Map<string, number>> {
  const rows = await database
    .select({
      commentId: like.commentId,
      blockId: like.blockId,
      changeId: like.changeId,
      imported: sql<number>`coalesce(max(${comment.importedLikes}), 0)`,
      count: sql<number>`count(*)::int`
    })
    .from(like)
    .leftJoin(comment, eq(comment.id, like.commentId))
    .leftJoin(block, eq(block.id, like.blockId))
    .leftJoin(change, eq(change.id, like.changeId))
    .leftJoin(rewrite, eq(rewrite.id, change.rewriteId))
    .leftJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .where(
      or(
        eq(comment.documentId, documentId),
        eq(block.documentId, documentId),
        eq(hearing.documentId, documentId)
      )
    )
    .groupBy(like.commentId, like.blockId, like.changeId);
  return new Map(rows.map(({ imported, count, ...thing }) => [nameOf(thing), imported + count]));
}

type Liked = Pick<typeof like.$inferSelect, 'commentId' | 'blockId' | 'changeId'>;

/** Returns the name of the like button of what was liked. */
function nameOf({ commentId, blockId, changeId }: Liked): string {
  if (commentId) return `comment:${commentId}`;
  return blockId ? `block:${blockId}` : `change:${changeId}`;
}
