import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import {
  maxAnswerLength,
  maxReferenceLength,
  refuseUnlessOriginal
} from '#lib/domain/hearing/disposition.ts';
import type { Disposition } from '#lib/domain/hearing/enums.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import type { LockedDocument } from '../../access/locks.ts';
import { isOneOf } from '../../database/batches.ts';
import { answer, input, theme } from '../../database/tables/index.ts';
import { markdown, optionalId, optionalLine, optionalNumber } from '../../formats/fields.ts';
import { original } from '../../hearing/inputs/select.ts';

/** The fields of both forms: for one answer, and for several. */
export const answerFields = {
  markdown: markdown(maxAnswerLength),
  themeId: optionalId,
  duplicateOf: optionalNumber,
  referredTo: v.optional(optionalLine(maxReferenceLength), '')
};

/** An answer to an input, whole or in part. */
export type AnswerContent = {
  disposition: Disposition | null;
  markdown: string;
  themeId: string | null;
  /** The number of the input that a duplicate repeats. */
  duplicateOf: number | null;
  /** Where an input that is out of scope is referred to. */
  referredTo: string;
};

/** An input that is answered. */
type AnsweredInput = { id: string; number: number; round: number };

/**
 * Returns the row of `answer` for all of these inputs, without the input's id. Throws
 * Refusal('notFound') if the theme is not of the round, and as findOriginal does.
 */
export async function answerRow(
  context: Context,
  locked: LockedDocument,
  answered: readonly AnsweredInput[],
  { disposition, markdown, themeId, duplicateOf, referredTo }: AnswerContent
) {
  const { viewer, now } = asMember(context);
  if (themeId) await refuseUnknownTheme(context, locked, themeId);
  return {
    disposition,
    markdown,
    html: renderMarkdown(markdown),
    themeId,
    duplicateOf:
      disposition === 'duplicate'
        ? await findOriginal(context, locked, answered, duplicateOf)
        : null,
    referredTo: disposition === 'outOfScope' ? referredTo : '',
    answeredBy: viewer.id,
    answeredAt: now
  };
}

async function refuseUnknownTheme({ database }: Context, locked: LockedDocument, themeId: string) {
  const count = await database.$count(
    theme,
    and(eq(theme.id, themeId), eq(theme.documentId, locked.id), eq(theme.round, locked.round))
  );
  if (count === 0) throw new Refusal('notFound');
}

/** Returns the id of the input that `duplicates` repeat, by its number. Throws as refuseUnlessOriginal does. */
async function findOriginal(
  context: Context,
  { id: documentId }: LockedDocument,
  duplicates: readonly AnsweredInput[],
  number: number | null
): Promise<string> {
  const repeatedBy = await listDuplicates(context, duplicates);
  const [found] = await context.database
    .select({
      id: input.id,
      number: input.number,
      round: input.round,
      withdrawnAt: input.withdrawnAt,
      duplicateOf: original.number
    })
    .from(input)
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(original, eq(original.id, answer.duplicateOf))
    .where(and(eq(input.documentId, documentId), eq(input.number, number ?? 0)));
  for (const each of duplicates)
    refuseUnlessOriginal(
      { ...each, duplicatedBy: repeatedBy.get(each.id) ?? [] },
      found ? { ...found, isWithdrawn: found.withdrawnAt !== null } : null
    );
  return found!.id;
}

/** Returns the numbers of the inputs that repeat each of `inputs`, by the id of the repeated input. */
async function listDuplicates({ database }: Context, inputs: readonly AnsweredInput[]) {
  const ids = inputs.map(({ id }) => id);
  const rows = await database
    .select({ of: answer.duplicateOf, number: input.number })
    .from(answer)
    .innerJoin(input, eq(input.id, answer.inputId))
    .where(and(isOneOf(answer.duplicateOf, ids), isNull(input.withdrawnAt)))
    .orderBy(input.number);
  const numbers = new Map<string | null, number[]>();
  for (const { of, number } of rows) numbers.set(of, [...(numbers.get(of) ?? []), number]);
  return numbers;
}

const comparedFields = [
  'disposition',
  'markdown',
  'themeId',
  'duplicateOf',
  'referredTo',
  'answeredBy'
] as const;

type Compared = Pick<typeof answer.$inferSelect, (typeof comparedFields)[number]>;

/** Returns whether the same member has saved the same answer. */
export const isSameAnswer = (saved: Compared, given: Partial<Compared>) =>
  comparedFields.every((field) => saved[field] === given[field]);
