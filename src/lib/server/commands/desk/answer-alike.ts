import { and, eq, sql } from 'drizzle-orm';
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
import { inBatches, isOneOf } from '../../database/batches.ts';
import { answer, input } from '../../database/tables/index.ts';
import { text } from '../../formats/fields.ts';
import { maxAnsweredAtOnce, type InputRevision } from '../../hearing/inputs/list.ts';
import { answerFields, answerRow, isSameAnswer, type AnswerContent } from './answer-row.ts';

/** An input by its number and the revision of its answer, such as `12:3`. */
const inputRevision = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,8}:\d{1,9}$/),
  v.transform((given): InputRevision => {
    const [number, revision] = given.split(':').map(Number);
    return { number: number!, revision: revision! };
  })
);

/** Several inputs in one field. */
const inputRevisions = v.pipe(
  v.optional(text(20 * maxAnsweredAtOnce), ''),
  v.transform((given) => given.split(' ').filter(Boolean)),
  v.array(inputRevision)
);

/** The inputs that are answered, and their answer. */
export const alikeForm = v.pipe(
  v.object({
    /** Which inputs are answered: the ticked, all without a disposition, or all that the filter finds. */
    reach: v.optional(v.picklist(['ticked', 'missing', 'all']), 'ticked'),
    numbers: v.optional(v.array(inputRevision), []),
    missing: inputRevisions,
    disposed: inputRevisions,
    disposition: v.picklist(dispositions),
    ...answerFields
  }),
  v.transform(({ reach, numbers, missing, disposed, ...content }) => {
    const inputs = { ticked: numbers, missing, all: [...missing, ...disposed] }[reach];
    return { inputs, content };
  })
);

/** The numbers of the inputs that were answered, that kept another answer, and that were withdrawn. */
export type AnsweredAlike = { answered: number[]; kept: number[]; gone: number[] };

/**
 * Saves one answer to several inputs, in one transaction and a fixed number of statements. An input
 * that has been answered since the form was made keeps that answer, one that was withdrawn is left
 * out, and one that the others are duplicates of is left as it is. A null theme leaves each input in
 * its own. Throws a Refusal if one of them cannot have the answer, and
 * Refusal('allAnsweredMeanwhile') if none is left to answer.
 */
export async function answerAlike(
  context: Context,
  documentId: DocumentId,
  inputs: readonly InputRevision[],
  content: AnswerContent
): Promise<AnsweredAlike> {
  refuseUnfitAnswer(content.markdown);
  refuseUnexpectedReferences(content, null);
  const revisions = revisionsOf(inputs, content);
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const found = await findChosen(inside, locked, revisions);
    const present = found.filter(({ withdrawnAt }) => withdrawnAt === null);
    const row = await answerRow(inside, locked, present, content);
    const isSaved = ({ saved, themeId }: Chosen) =>
      saved !== null && isSameAnswer(saved, { ...row, themeId: row.themeId ?? themeId });
    const keepsAnswer = (each: Chosen) => !isSaved(each) && each.hasNewerAnswer;
    const answered = present.filter((each) => !keepsAnswer(each));
    if (answered.length === 0) throw new Refusal('allAnsweredMeanwhile');
    await save(
      inside,
      row,
      answered.filter((each) => !isSaved(each))
    );
    return {
      answered: numbersOf(answered),
      kept: numbersOf(present.filter(keepsAnswer)),
      gone: numbersOf(found.filter(({ withdrawnAt }) => withdrawnAt !== null))
    };
  });
}

/** Returns the revisions of the chosen inputs by number, without the original of a duplicate. */
function revisionsOf(
  inputs: readonly InputRevision[],
  { disposition, duplicateOf }: AnswerContent
): Map<number, number> {
  const isOriginal = ({ number }: InputRevision) =>
    disposition === 'duplicate' && number === duplicateOf;
  const chosen = inputs.filter((each) => inputs.length === 1 || !isOriginal(each));
  const revisions = new Map(chosen.map(({ number, revision }) => [number, revision]));
  if (revisions.size === 0) throw new Refusal('noneChosen');
  if (revisions.size > maxAnsweredAtOnce)
    throw new Refusal('tooManyChosen', { most: maxAnsweredAtOnce });
  return revisions;
}

type Chosen = Awaited<ReturnType<typeof findChosen>>[number];

/**
 * Returns the inputs by their numbers with their answers, and whether each has a newer one than its
 * revision. Throws Refusal('notFound') if a number is unknown, and as refuseUnlessAnswerable does.
 */
async function findChosen(
  { database }: Context,
  locked: LockedDocument,
  revisions: ReadonlyMap<number, number>
) {
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
    .where(and(eq(input.documentId, locked.id), isOneOf(input.number, [...revisions.keys()])))
    .orderBy(input.number);
  if (found.length < revisions.size) throw new Refusal('notFound');
  for (const { round } of found) refuseUnlessAnswerable(locked, { round, isWithdrawn: false });
  return found.map((each) => ({
    ...each,
    hasNewerAnswer: (each.saved?.revision ?? 0) !== revisions.get(each.number),
    themeId: each.saved?.themeId ?? null
  }));
}

/** Writes the row for each input; the document is locked, so that none has been answered since. */
async function save(
  { database }: Context,
  row: Awaited<ReturnType<typeof answerRow>>,
  inputs: readonly Chosen[]
) {
  const { themeId, ...rest } = row;
  const updated = inputs.filter(({ saved }) => saved).map(({ id }) => id);
  await database
    .update(answer)
    .set({ ...rest, ...(themeId && { themeId }), revision: sql`${answer.revision} + 1` })
    .where(isOneOf(answer.inputId, updated));
  const rows = inputs.filter(({ saved }) => !saved).map(({ id }) => ({ ...row, inputId: id }));
  await inBatches(rows, (portion) => database.insert(answer).values(portion));
}

const numbersOf = (inputs: readonly Chosen[]) => inputs.map(({ number }) => number);
