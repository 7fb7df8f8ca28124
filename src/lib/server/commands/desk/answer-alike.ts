import { and, eq, sql } from 'drizzle-orm';
import { refuseUnexpected, refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { inPortions, isOneOf } from '../../database/portions.ts';
import { answer, input } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import type { LockedDocument } from '../../access/locks.ts';
import type { AskedInput } from '../../hearing/inputs/inputs.ts';
import { answerRow, refuseUnfit, saysTheSame, type AnswerWords } from './answer.ts';

/** What can be answered alike at once; a hearing of more is answered in several goes. */
export const mostAlike = 2000;

/**
 * Gives several inputs the same disposition and answer, in one transaction and a fixed number of
 * statements. One that somebody has answered since the form was made keeps that answer, and one
 * that was taken back since is left out; gives the numbers of all three. A theme that is null
 * leaves each where it is, and an input that the others are said to repeat is left as it is.
 * Refuses all where one of them cannot be answered so, and with allAnsweredMeanwhile where nothing
 * is left to answer.
 */
export async function answerAlike(
  context: Context,
  documentId: string,
  given: readonly AskedInput[],
  words: AnswerWords
): Promise<{ answered: number[]; kept: number[]; gone: number[] }> {
  refuseUnfit(words);
  refuseUnexpected(words, null);
  const isOriginal = ({ number }: AskedInput) =>
    words.disposition === 'duplicate' && number === words.duplicateOf;
  const revisions = new Map(
    given
      .filter((each) => given.length === 1 || !isOriginal(each))
      .map(({ number, revision }) => [number, revision])
  );
  if (revisions.size === 0) throw new Refusal('noneChosen');
  if (revisions.size > mostAlike) throw new Refusal('tooManyChosen', { most: mostAlike });
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const found = await findAsked(inside, held, [...revisions.keys()]);
    const asked = found.filter(({ withdrawnAt }) => withdrawnAt === null);
    const row = await answerRow(inside, held, asked, words);
    const withTheme = (each: Asked) => ({ ...row, themeId: row.themeId ?? each.themeId });
    const isThere = (each: Asked) => each.saved && saysTheSame(each.saved, withTheme(each));
    const isKept = (each: Asked) => !isThere(each) && each.revision !== revisions.get(each.number);
    const due = asked.filter((each) => !isThere(each) && !isKept(each));
    await save(inside, row, due);
    const numbersOf = (inputs: Asked[]) => inputs.map(({ number }) => number);
    const answered = numbersOf(asked.filter((each) => !isKept(each)));
    if (answered.length === 0) throw new Refusal('allAnsweredMeanwhile');
    return {
      answered,
      kept: numbersOf(asked.filter(isKept)),
      gone: numbersOf(found.filter(({ withdrawnAt }) => withdrawnAt !== null))
    };
  });
}

type Asked = Awaited<ReturnType<typeof findAsked>>[number];

/**
 * The inputs by their numbers, with the answers that they have. Refuses with notFound a number
 * that is none, and with frozen what cannot be answered any more.
 */
async function findAsked({ database }: Context, held: LockedDocument, numbers: number[]) {
  const found = await database
    .select({
      id: input.id,
      number: input.number,
      round: input.round,
      withdrawnAt: input.withdrawnAt,
      saved: answer
    })
    .from(input)
    .leftJoin(answer, eq(answer.inputId, input.id))
    .where(and(eq(input.documentId, held.id), isOneOf(input.number, numbers)))
    .orderBy(input.number);
  if (found.length < numbers.length) throw new Refusal('notFound');
  for (const { round } of found) refuseUnlessAnswerable(held, { round, isWithdrawn: false });
  return found.map((each) => ({
    ...each,
    revision: each.saved?.revision ?? 0,
    themeId: each.saved?.themeId ?? null
  }));
}

/** Writes the row for each; the document is held, so that nobody has answered since. */
async function save(
  { database }: Context,
  row: Awaited<ReturnType<typeof answerRow>>,
  due: readonly Asked[]
) {
  const { themeId, ...rest } = row;
  const answeredBefore = due.filter(({ saved }) => saved).map(({ id }) => id);
  await database
    .update(answer)
    .set({ ...rest, ...(themeId && { themeId }), revision: sql`${answer.revision} + 1` })
    .where(isOneOf(answer.inputId, answeredBefore));
  const rows = due.filter(({ saved }) => !saved).map(({ id }) => ({ ...row, inputId: id }));
  await inPortions(rows, (portion) => database.insert(answer).values(portion));
}
