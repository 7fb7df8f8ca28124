import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { commentVoice } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { findImported, setNeedsAnswer } from './imported-comment.ts';

export const unmarkForm = v.object({ commentId: uuid });

/**
 * Removes the mark of an imported comment: it is its author's again, and needs an answer. Throws as
 * lockForWork and findImported do.
 */
export async function unmarkVoice(context: Context, documentId: DocumentId, commentId: string) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const marked = await findImported(inside, locked, commentId);
    await inside.database.delete(commentVoice).where(eq(commentVoice.commentId, commentId));
    await setNeedsAnswer(inside, marked, true);
  });
}
