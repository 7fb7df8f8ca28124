import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../context.ts';
import { comment, concealment, version, versionBlock } from '../database/tables/index.ts';

/** A comment on a passage, with the text that it was marked in. */
export type Marked = Awaited<ReturnType<typeof findMarked>>;

/**
 * The comment and the passage that it is about. Refuses with notFound one that is hidden or taken
 * back, and one that is about no passage.
 */
export async function findMarked({ database }: Context, documentId: string, commentId: string) {
  const [found] = await database
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
        eq(comment.id, commentId),
        eq(comment.documentId, documentId),
        isNotNull(comment.quote),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId)
      )
    );
  if (!found) throw new Refusal('notFound');
  return { ...found, quote: found.quote! };
}
