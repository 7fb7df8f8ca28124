import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { comment, document } from '../../database/tables/index.ts';

/**
 * Returns the slug of the document that the comment is in. Throws Refusal('notFound') if the viewer
 * may not read it.
 */
export async function findDocumentOf(
  context: Context,
  commentId: string
): Promise<{ slug: string }> {
  const [found] = await context.database
    .select({ slug: document.slug })
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .where(and(eq(comment.id, commentId), isReadable(context)));
  if (!found) throw new Refusal('notFound');
  return found;
}
