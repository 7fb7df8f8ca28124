import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { standingComment, version, versionBlock } from '../database/tables/index.ts';

/** A comment on a passage, with the text that it was marked in. */
export type Marked = Awaited<ReturnType<typeof findMarked>>;

/**
 * The comment and the passage that it is about. Refuses with notFound one that is hidden or taken
 * back, and one that is about no passage.
 */
export async function findMarked(context: Context, documentId: string, commentId: string) {
  const [found] = await selectMarked(context, documentId, eq(standingComment.id, commentId));
  if (!found) throw new Refusal('notFound');
  return found;
}

/**
 * The document's comments on passages, oldest first, those hidden or taken back left out; of one
 * author alone where that is asked.
 */
export const listMarked = (context: Context, documentId: string, authorId: string | null) =>
  selectMarked(
    context,
    documentId,
    authorId === null ? undefined : eq(standingComment.authorId, authorId)
  );

async function selectMarked({ database }: Context, documentId: string, which: SQL | undefined) {
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
