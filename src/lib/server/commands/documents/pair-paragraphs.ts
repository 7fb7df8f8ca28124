import { eq } from 'drizzle-orm';
import { refuseUnlessWritable } from '#lib/domain/hearing/lifecycle.ts';
import { applyAnswers, type CorrectionAnswers } from '#lib/domain/hearing/corrections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { draft } from '../../database/tables/index.ts';
import { alignDraft, parseDraft } from '../../text/drafts.ts';
import { readVersion } from '../../text/versions.ts';

/**
 * Saves the working group's `answers` to which paragraph of the latest version became which of the
 * draft at `revision`; null answers nothing. Throws Refusal('stale') if the draft was saved since, or
 * if a place is not in the texts.
 */
export async function pairParagraphs(
  context: Context,
  documentId: DocumentId,
  { revision, answers }: { revision: number; answers: CorrectionAnswers | null }
) {
  await inTransaction(context, async (inside) => {
    const { database } = inside;
    const { id, state } = await lockForWork(inside, documentId);
    if (!answers) return;
    refuseUnlessWritable(state);
    const [found] = await database.select().from(draft).where(eq(draft.documentId, id));
    if (found?.revision !== revision) throw new Refusal('stale');
    const corrections = applyAnswers(found.corrections, answers);
    const latest = await readVersion(inside, id);
    const { markdown } = found;
    const blocks = parseDraft(markdown);
    await alignDraft(context.database, latest, { markdown, blocks, corrections });
    await database.update(draft).set({ corrections }).where(eq(draft.documentId, id));
  });
}
