import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import {
  refuseUnexpectedReferences,
  refuseUnfitAnswer,
  refuseUnlessAnswerable
} from '#lib/domain/hearing/disposition.ts';
import { dispositions } from '#lib/domain/hearing/enums.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { answer, input } from '../../database/tables/index.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { findAnswer } from '../../hearing/answers.ts';
import { answerFields, answerRow, isSameAnswer, type AnswerContent } from './answer-row.ts';

export const answerForm = v.object({
  ...answerFields,
  disposition: v.optional(v.nullable(v.picklist(dispositions)), null),
  revision: wholeNumber()
});

/**
 * Saves the answer to the document's input of that number and returns its revision. `revision` is
 * that of the answer on the form, 0 if there was none. Throws Refusal('stale') if another answer was
 * saved after it, and what refuseUnlessAnswerable, refuseUnlessOriginal and refuseUnexpectedReferences do.
 */
export async function answerInput(
  context: Context,
  documentId: DocumentId,
  number: number,
  { revision, ...content }: AnswerContent & { revision: number }
): Promise<{ revision: number }> {
  refuseUnfitAnswer(content.markdown);
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const answered = await findAnswerable(inside, locked, number);
    const saved = await findAnswer(inside, locked.id, number);
    if ((saved?.revision ?? 0) === revision) refuseUnexpectedReferences(content, saved);
    const row = await answerRow(inside, locked, [answered], content);
    return save(inside, { ...row, inputId: answered.id }, revision);
  });
}

async function findAnswerable({ database }: Context, locked: LockedDocument, number: number) {
  const [found] = await database
    .select({
      id: input.id,
      number: input.number,
      round: input.round,
      withdrawnAt: input.withdrawnAt
    })
    .from(input)
    .where(and(eq(input.documentId, locked.id), eq(input.number, number)));
  if (!found) throw new Refusal('notFound');
  refuseUnlessAnswerable(locked, { round: found.round, isWithdrawn: found.withdrawnAt !== null });
  return found;
}

async function save(
  context: Context,
  row: typeof answer.$inferInsert,
  revision: number
): Promise<{ revision: number }> {
  const { database } = context;
  const [saved] =
    revision === 0
      ? await database
          .insert(answer)
          .values(row)
          .onConflictDoNothing()
          .returning({ revision: answer.revision })
      : await database
          .update(answer)
          .set({ ...row, revision: revision + 1 })
          .where(and(eq(answer.inputId, row.inputId), eq(answer.revision, revision)))
          .returning({ revision: answer.revision });
  return saved ?? findSame(context, row);
}

/** Returns the saved answer's revision if the same form saved it. Throws Refusal('stale') if not. */
async function findSame({ database }: Context, row: typeof answer.$inferInsert) {
  const [saved] = await database.select().from(answer).where(eq(answer.inputId, row.inputId));
  if (!saved || !isSameAnswer(saved, row)) throw new Refusal('stale');
  return { revision: saved.revision };
}
