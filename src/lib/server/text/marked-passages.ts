import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { comment, concealment, version, versionBlock } from '../database/tables/index.ts';

/** A comment on a passage, with the text that it was marked in. */
export type Marked = Awaited<ReturnType<typeof findMarked>>;

/**
 * The comment and the passage that it is about. Refuses with notFound one that is hidden or taken
 * back, and one that is about no passage.
 */
export async function findMarked(context: Context, documentId: string, commentId: string) {
  const [found] = await selectMarked(context, documentId, eq(comment.id, commentId));
  if (!found) throw new Refusal('notFound');
  return found;
}

/**
 * The document's comments on passages, oldest first, those hidden or taken back left out; of one
 * author alone where that is asked.
 */
export const listMarked = (context: Context, documentId: string, authorId: string | null) =>
  selectMarked(context, documentId, authorId === null ? undefined : eq(comment.authorId, authorId));

async function selectMarked({ database }: Context, documentId: string, which: SQL | undefined) {
  const rows = await database
    .select({
      id: comment.id,
      authorId: comment.authorId,
      name: comment.authorName,
      at: comment.createdAt,
      html: comment.html,
      quote: comment.quote,
      blockId: versionBlock.blockId,
      blockText: versionBlock.text,
      blockNumber: versionBlock.number,
      versionNumber: version.number
    })
    .from(comment)
    .innerJoin(version, eq(version.id, comment.versionId))
    .innerJoin(
      versionBlock,
      and(eq(versionBlock.versionId, comment.versionId), eq(versionBlock.blockId, comment.blockId))
    )
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(comment.documentId, documentId),
        isNotNull(comment.quote),
        isNull(comment.parentId),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId),
        which
      )
    )
    .orderBy(asc(version.number), asc(versionBlock.position), asc(comment.createdAt));
  return rows.map((row) => ({ ...row, quote: row.quote! }));
}
