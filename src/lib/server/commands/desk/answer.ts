import { and, eq } from 'drizzle-orm';
import {
  longestAnswer,
  refuseUnexpected,
  refuseUnlessAnswerable
} from '#lib/domain/hearing/disposition.ts';
import { refuseUnlessShown } from '#lib/domain/document/visible.ts';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { Disposition } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { answer, input, theme } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import type { LockedDocument } from '../../access/locks.ts';
import { findOriginal } from './duplicates.ts';
import { findSavedAnswer } from '../../hearing/saved-answer.ts';

/** What the working group says of an input; all of it can be given in pieces. */
export type AnswerWords = {
  disposition: Disposition | null;
  markdown: string;
  themeId: string | null;
  /** Of a duplicate: the number of the input that it repeats. */
  duplicateOf: number | null;
  /** Of what is out of scope: where it goes instead. */
  referredTo: string;
};

/**
 * Gives the document's input by that number its disposition and answer. `revision` is that of the
 * answer on the form, 0 where there was none. Refuses with stale where somebody saved after it,
 * and what refuseUnlessAnswerable, refuseUnlessOriginal and refuseUnexpected do.
 */
export async function giveAnswer(
  context: Context,
  documentId: string,
  number: number,
  { revision, ...words }: AnswerWords & { revision: number }
): Promise<{ revision: number }> {
  refuseUnfit(words);
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const asked = await findAnswerable(inside, held, number);
    const saved = await findSavedAnswer(inside, held.id, number);
    if ((saved?.revision ?? 0) === revision) refuseUnexpected(words, saved);
    const row = await answerRow(inside, held, [asked], words);
    return save(inside, { ...row, inputId: asked.id }, revision);
  });
}

/** An answer may still lack its words; words that are there are seen. */
export function refuseUnfit({ markdown }: AnswerWords) {
  if (markdown.length > longestAnswer) throw new Refusal('textTooLong', { limit: longestAnswer });
  if (markdown.trim() !== '') refuseUnlessShown(markdown);
}

async function findAnswerable({ database }: Context, held: LockedDocument, number: number) {
  const [found] = await database
    .select({
      id: input.id,
      number: input.number,
      round: input.round,
      withdrawnAt: input.withdrawnAt
    })
    .from(input)
    .where(and(eq(input.documentId, held.id), eq(input.number, number)));
  if (!found) throw new Refusal('notFound');
  refuseUnlessAnswerable(held, { round: found.round, isWithdrawn: found.withdrawnAt !== null });
  return found;
}

/** The answer's row for these inputs, but for which of them it answers. */
export async function answerRow(
  context: Context,
  held: LockedDocument,
  asked: readonly { id: string; number: number; round: number }[],
  { disposition, markdown, themeId, duplicateOf, referredTo }: AnswerWords
) {
  const { viewer, now } = asMember(context);
  if (themeId) await refuseUnknownTheme(context, held, themeId);
  return {
    disposition,
    markdown,
    html: renderMarkdown(markdown),
    themeId,
    duplicateOf:
      disposition === 'duplicate' ? await findOriginal(context, held, asked, duplicateOf) : null,
    referredTo: disposition === 'outOfScope' ? referredTo : '',
    answeredBy: viewer.id,
    answeredAt: now
  };
}

async function refuseUnknownTheme({ database }: Context, held: LockedDocument, themeId: string) {
  const known = await database.$count(
    theme,
    and(eq(theme.id, themeId), eq(theme.documentId, held.id), eq(theme.round, held.round))
  );
  if (known === 0) throw new Refusal('notFound');
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

/** A form sent twice has saved these very words already; others were saved by somebody else. */
async function findSame({ database }: Context, row: typeof answer.$inferInsert) {
  const [kept] = await database.select().from(answer).where(eq(answer.inputId, row.inputId));
  if (!kept || !saysTheSame(kept, row)) throw new Refusal('stale');
  return { revision: kept.revision };
}

const sameFields = [
  'disposition',
  'markdown',
  'themeId',
  'duplicateOf',
  'referredTo',
  'answeredBy'
] as const;

type Said = Pick<typeof answer.$inferSelect, (typeof sameFields)[number]>;

/** Whether the same person has saved these very words. */
export const saysTheSame = (saved: Said, given: Partial<Said>) =>
  sameFields.every((field) => saved[field] === given[field]);
