import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { InputFilter, Input } from '#lib/domain/hearing/input.ts';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { Context } from '../../access/context.ts';
import {
  answer,
  change,
  comment,
  input,
  letter,
  publication,
  region,
  remark
} from '../../database/tables/index.ts';
import { toInput } from './to-input.ts';
import { original, selectInputs, selectRevisions } from './select.ts';
import { explainMissing } from './withdrawn.ts';

/** The document whose inputs are read, such as a `DocumentHead`. The caller has checked mayRead. */
export type DocumentRound = { id: string; round: number };

export type InputPage = {
  inputs: Input[];
  /** The cursor of the next page; null on the last. */
  next: number | null;
};

/** Inputs on a page; more would be slow on a phone. */
const inputsPerPage = 50;

/**
 * Returns the document's inputs that meet the filter, by their numbers after `cursor`, in one
 * query. Withdrawn inputs and the working group's own are left out. Answers are returned and
 * filtered by only if they are published or the viewer is in the working group.
 */
export async function listInputs(
  context: Context,
  document: DocumentRound,
  {
    filter = {},
    cursor = 0,
    limit = inputsPerPage
  }: { filter?: InputFilter; cursor?: number; limit?: number } = {}
): Promise<InputPage> {
  const seesUnpublished = maySeeUnpublishedAnswers(context.viewer, document);
  const where = and(
    isToBeAnswered(document),
    gt(input.number, cursor),
    matchesFilter(filter, seesUnpublished)
  )!;
  const rows = await selectInputs(context, where, limit + 1);
  const inputs = rows.slice(0, limit).map((row) => toInput(row, seesUnpublished));
  return { inputs, next: rows.length > limit ? inputs.at(-1)!.number : null };
}

/**
 * The most inputs that can be given one answer at once; those of a larger hearing are answered in
 * several steps.
 */
export const maxAnsweredAtOnce = 2000;

/** The number of an input and the revision of its answer; 0 if it has none. */
export type InputRevision = { number: number; revision: number };

/** The inputs that meet a filter; `isCut` if there are more than the limit. */
export type FoundInputs = { missing: InputRevision[]; disposed: InputRevision[]; isCut: boolean };

/**
 * Returns the inputs that meet the filter, on all its pages together: those without a disposition
 * and the others. It is for the working group, so unpublished answers count.
 */
export async function findInputs(
  context: Context,
  document: DocumentRound,
  { filter, limit }: { filter: InputFilter; limit: number }
): Promise<FoundInputs> {
  const where = and(isToBeAnswered(document), matchesFilter(filter, true))!;
  const rows = await selectRevisions(context, where, limit + 1);
  const asked = (isMissing: boolean) =>
    rows
      .slice(0, limit)
      .filter(({ disposition }) => (disposition === null) === isMissing)
      .map(({ number, revision }) => ({ number, revision }));
  return { missing: asked(true), disposed: asked(false), isCut: rows.length > limit };
}

/**
 * Returns the input with this number. Throws the Refusal of `explainMissing` if it is not to be
 * answered.
 */
export async function readInput(
  context: Context,
  document: DocumentRound,
  number: number
): Promise<Input> {
  const { inputs } = await listInputs(context, document, { filter: { number }, limit: 1 });
  if (inputs[0]) return inputs[0];
  throw await explainMissing(context, document, number);
}

/** Returns whether the input with this number is to be answered. */
export const hasInput = async ({ database }: Context, document: DocumentRound, number: number) =>
  (await database.$count(input, and(isToBeAnswered(document), eq(input.number, number)))) > 0;

/** Returns the numbers of the round's inputs in order. */
export async function listNumbers(
  { database }: Context,
  document: DocumentRound
): Promise<number[]> {
  const rows = await database
    .select({ number: input.number })
    .from(input)
    .where(and(isToBeAnswered(document), eq(input.round, document.round)))
    .orderBy(input.number);
  return rows.map(({ number }) => number);
}

/** The condition that a row of `input` is of the document and is to be answered. */
export const isToBeAnswered = ({ id }: DocumentRound) =>
  and(eq(input.documentId, id), isNull(input.withdrawnAt));

/** The condition that an input meets the filter. */
function matchesFilter(filter: InputFilter, seesUnpublished: boolean): SQL | undefined {
  const visible = seesUnpublished ? sql`true` : sql`${publication.publishedAt} is not null`;
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
    wished && (seesUnpublished ? isWished : sql`false`)
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

/** The condition that `hasReason` is false. */
const isWithoutReason = sql`${answer.disposition} <> 'accepted' and ${answer.markdown} !~ '\\S'
  and not (${answer.disposition} = 'duplicate' and ${original.withdrawnAt} is null)`;
