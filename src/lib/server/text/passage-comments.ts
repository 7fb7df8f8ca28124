import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { standingComment, version, versionBlock } from '../database/tables/index.ts';

/** A comment on a passage, with the text of the block that it was written on. */
export type PassageComment = Awaited<ReturnType<typeof findPassageComment>>;

/**
 * Returns the comment with its passage. Throws Refusal('notFound') if it is hidden, withdrawn or
 * not about a passage.
 */
export async function findPassageComment(context: Context, documentId: string, commentId: string) {
  const [found] = await selectPassageComments(
    context,
    documentId,
    eq(standingComment.id, commentId)
  );
  if (!found) throw new Refusal('notFound');
  return found;
}

/**
 * Returns the document's comments on passages, oldest version first, without those hidden or
 * withdrawn; only those of `authorId` if it is not null.
 */
export const listPassageComments = (
  context: Context,
  documentId: string,
  authorId: string | null
) =>
  selectPassageComments(
    context,
    documentId,
    authorId === null ? undefined : eq(standingComment.authorId, authorId)
  );

async function selectPassageComments(
  { database }: Context,
  documentId: string,
  which: SQL | undefined
) {
  const rows = await database
    .select({
      id: standingComment.id,
      authorId: standingComment.authorId,
      name: standingComment.authorName,
      at: standingComment.createdAt,
      html: standingComment.html,
      quote: standingComment.quote,
      blockId: versionBlock.blockId,
      blockText: versionBlock.text,
      blockNumber: versionBlock.number,
      versionNumber: version.number
    })
    .from(standingComment)
    .innerJoin(version, eq(version.id, standingComment.versionId))
    .innerJoin(
      versionBlock,
      and(
        eq(versionBlock.versionId, standingComment.versionId),
        eq(versionBlock.blockId, standingComment.blockId)
      )
    )
    .where(
      and(
        eq(standingComment.documentId, documentId),
        isNotNull(standingComment.quote),
        isNull(standingComment.parentId),
        which
      )
    )
    .orderBy(asc(version.number), asc(versionBlock.position), asc(standingComment.createdAt));
  return rows.map((row) => ({ ...row, quote: row.quote! }));
}
