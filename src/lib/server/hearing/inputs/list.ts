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
import { readingOf } from './reading.ts';
import { original, selectInputs, selectRevisions } from './rows.ts';
import { whyMissing } from './withdrawn.ts';

/** The document that inputs belong to, such as a `DocumentHead`. The caller has checked mayRead. */
export type InputsOf = { id: string; round: number };

export type InputPage = {
  inputs: Input[];
  /** The cursor of the next page; null if this is the last. */
  next: number | null;
};

/** The inputs on a page; more would be slow on a phone. */
export const inputsAPage = 50;

/**
 * Returns the document's inputs of every kind that the filter finds, by their numbers after
 * `cursor`, in one query. Withdrawn inputs and the working group's own are left out. Answers are
 * shown and filtered by only if they are published or the viewer is in the working group.
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
  const where = and(isToBeAnswered(document), gt(input.number, cursor), wanted(filter, sees))!;
  const rows = await selectInputs(context, where, limit + 1);
  const inputs = rows.slice(0, limit).map((row) => readingOf(row, sees));
  return { inputs, next: rows.length > limit ? inputs.at(-1)!.number : null };
}

/** The most inputs that can be given one answer at once; those of a larger hearing are answered in several goes. */
export const mostAlike = 2000;

/** The number of an input and the revision of its answer, 0 if it has none. */
export type InputRevision = { number: number; revision: number };

/** The inputs that a filter finds; `isCut` if there are more than the limit. */
export type FoundInputs = { missing: InputRevision[]; disposed: InputRevision[]; isCut: boolean };

/**
 * Returns the inputs without a disposition and the others that the filter finds on all pages
 * together. It is for the working group: answers that are not published count.
 */
export async function findInputs(
  context: Context,
  document: InputsOf,
  { filter, limit }: { filter: InputFilter; limit: number }
): Promise<FoundInputs> {
  const where = and(isToBeAnswered(document), wanted(filter, true))!;
  const rows = await selectRevisions(context, where, limit + 1);
  const asked = (isMissing: boolean) =>
    rows
      .slice(0, limit)
      .filter(({ disposition }) => (disposition === null) === isMissing)
      .map(({ number, revision }) => ({ number, revision }));
  return { missing: asked(true), disposed: asked(false), isCut: rows.length > limit };
}

/** Returns the input of the number. Throws the Refusal of whyMissing if it is not to be answered. */
export async function readInput(
  context: Context,
  document: InputsOf,
  number: number
): Promise<Input> {
  const { inputs } = await listInputs(context, document, { filter: { number }, limit: 1 });
  if (inputs[0]) return inputs[0];
  throw await whyMissing(context, document, number);
}

/** Returns whether the input of the number is still to be answered. */
export const hasInput = async ({ database }: Context, document: InputsOf, number: number) =>
  (await database.$count(input, and(isToBeAnswered(document), eq(input.number, number)))) > 0;

/** Returns the numbers of the round's inputs. */
export async function listNumbers({ database }: Context, document: InputsOf): Promise<number[]> {
  const rows = await database
    .select({ number: input.number })
    .from(input)
    .where(and(isToBeAnswered(document), eq(input.round, document.round)))
    .orderBy(input.number);
  return rows.map(({ number }) => number);
}

/** The condition that a row of `input` is of the document and to be answered. */
export const isToBeAnswered = ({ id }: InputsOf) =>
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
