import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { InputFilter, InputReading } from '#lib/domain/hearing/input.ts';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { Context } from '../../access/context.ts';
import {
  answer,
  change,
  comment,
  input,
  publication,
  remark,
  letter,
  region
} from '../../database/tables/index.ts';
import { readingOf } from './reading.ts';
import { original, selectInputs, selectRevisions } from './selection.ts';
import { whyNotStanding } from './withdrawn.ts';

/** What of a document its inputs hang on: a `DocumentHead` will do. The caller has checked mayRead. */
export type InputsOf = { id: string; round: number };

export type InputPage = {
  inputs: InputReading[];
  /** The cursor of the next page; null where there is no more. */
  next: number | null;
};

/** What a page of inputs holds; more would be slow on a phone. */
export const inputsAPage = 50;

/**
 * The document's inputs of every kind, by their numbers, after `cursor`; those that were taken
 * back, or are the working group's own, are left out. Answers are shown, and filtered by, only
 * where they are published or the viewer is in the working group. One query.
 */
export async function listInputs(
  context: Context,
  document: InputsOf,
  {
    filter = {},
    cursor = 0,
    limit = inputsAPage
  }: { filter?: InputFilter; cursor?: number; limit?: number } = {}
): Promise<InputPage> {
  const sees = maySeeUnpublishedAnswers(context.viewer, document);
  const where = and(standing(document), gt(input.number, cursor), wanted(filter, sees))!;
  const rows = await selectInputs(context, where, limit + 1);
  const inputs = rows.slice(0, limit).map((row) => readingOf(row, sees));
  return { inputs, next: rows.length > limit ? inputs.at(-1)!.number : null };
}

/** An input as a form knows it: its number, and the revision of its answer, 0 where there was none. */
export type AskedInput = { number: number; revision: number };

/** All that a filter finds, by their numbers; `isCut` says that there are more than `limit`. */
export type FoundInputs = { missing: AskedInput[]; disposed: AskedInput[]; isCut: boolean };

/**
 * The inputs that the filter finds on all pages together, for an answer to many of them: those
 * without a disposition, and the others. For the working group: answers not yet published count.
 */
export async function findInputs(
  context: Context,
  document: InputsOf,
  { filter, limit }: { filter: InputFilter; limit: number }
): Promise<FoundInputs> {
  const where = and(standing(document), wanted(filter, true))!;
  const rows = await selectRevisions(context, where, limit + 1);
  const asked = (isMissing: boolean) =>
    rows
      .slice(0, limit)
      .filter(({ disposition }) => (disposition === null) === isMissing)
      .map(({ number, revision }) => ({ number, revision }));
  return { missing: asked(true), disposed: asked(false), isCut: rows.length > limit };
}

/** One input by its number. Refuses one that does not stand with why: see whyNotStanding. */
export async function readInput(
  context: Context,
  document: InputsOf,
  number: number
): Promise<InputReading> {
  const { inputs } = await listInputs(context, document, { filter: { number }, limit: 1 });
  if (inputs[0]) return inputs[0];
  throw await whyNotStanding(context, document, number);
}

/** Whether the input is to be answered still. */
export const isStanding = async ({ database }: Context, document: InputsOf, number: number) =>
  (await database.$count(input, and(standing(document), eq(input.number, number)))) > 0;

/** The numbers of the round's inputs, for going from one to the next. */
export async function listNumbers({ database }: Context, document: InputsOf): Promise<number[]> {
  const rows = await database
    .select({ number: input.number })
    .from(input)
    .where(and(standing(document), eq(input.round, document.round)))
    .orderBy(input.number);
  return rows.map(({ number }) => number);
}

/** The document's inputs that are to be answered. */
export const standing = ({ id }: InputsOf) =>
  and(eq(input.documentId, id), isNull(input.withdrawnAt));

function wanted(filter: InputFilter, sees: boolean): SQL | undefined {
  const visible = sees ? sql`true` : sql`${publication.publishedAt} is not null`;
  const { round, number, kind, disposition, regionId, themeId, blockId, lacking, wished } = filter;
  return and(
    round === undefined ? undefined : eq(input.round, round),
    number === undefined ? undefined : eq(input.number, number),
    kind && eq(input.kind, kind),
    regionId ? eq(region.id, regionId) : undefined,
    disposition && and(visible, eq(answer.disposition, disposition)),
    themeId ? and(visible, isUnder(themeId)) : undefined,
    blockId ? isOn(blockId) : undefined,
    lacking && (lacking === 'missing' ? isMissing(visible) : and(visible, isWithoutReason)),
    wished && (sees ? isWished : sql`false`)
  );
}

const isUnder = (themeId: string) =>
  themeId === 'none' ? isNull(answer.themeId) : eq(answer.themeId, themeId);

const isOn = (blockId: string) =>
  or(
    eq(comment.blockId, blockId),
    eq(remark.blockId, blockId),
    eq(letter.blockId, blockId),
    eq(change.anchorBlockId, blockId)
  );

const isMissing = (visible: SQL) => sql`not (${visible} and ${answer.disposition} is not null)`;

const isWished = sql`exists (select from withdrawal_wish w
  where w.input_id = ${input.id} and w.outcome is null)`;

/** `hasReason`, for lists. */
const isWithoutReason = sql`${answer.disposition} <> 'accepted' and ${answer.markdown} !~ '\\S'
  and not (${answer.disposition} = 'duplicate' and ${original.withdrawnAt} is null)`;
