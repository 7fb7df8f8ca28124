import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { draft } from '../../database/tables/index.ts';
import { documentText, wholeNumber } from '../../formats/fields.ts';
import { carryDraftCorrections } from '../../text/drafts.ts';
import { maxDraftLength } from './begin-document.ts';

export const draftForm = v.object({
  markdown: documentText(maxDraftLength),
  revision: wholeNumber(),
  /** The button that was pressed: to go on to the preview, or to go on writing. */
  then: v.optional(v.string(), '')
});

/**
 * Saves the draft and returns its new revision. The working group's corrections of which paragraph
 * became which are carried over to the new text. Throws Refusal('stale') if the draft was saved
 * after `revision`.
 */
export async function saveDraft(
  context: Context,
  documentId: DocumentId,
  { markdown, revision }: { markdown: string; revision: number }
): Promise<{ revision: number }> {
  return inTransaction(context, async (inside) => {
    const { id } = await lockForWork(inside, documentId);
    const { database, viewer, now } = asMember(inside);
    const [before] = await database.select().from(draft).where(eq(draft.documentId, id));
    if (before?.revision !== revision) throw new Refusal('stale');
    const corrections = carryDraftCorrections(markdown, before);
    const saved = { markdown, corrections, revision: revision + 1 };
    await database
      .update(draft)
      .set({ ...saved, updatedBy: viewer.id, updatedAt: now })
      .where(eq(draft.documentId, id));
    return { revision: saved.revision };
  });
}
