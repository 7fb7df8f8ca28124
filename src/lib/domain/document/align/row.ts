/** Step 9: writes the matches as rows, says which of them moved, and puts the rows in order. */
import { isMarkedUpAnew, isNumberedAnew } from '../marks.ts';
import { isOnlyRenumbered, renumberingOf } from '../renumbering.ts';
import { fold } from '../words/fold.ts';
import { stayedInOrder } from './chain.ts';
import { doubtfulPlaces, rivalled } from './doubt.ts';
import type { LonePair } from './lone-pairs.ts';
import { allMatches, type Match, type Work } from './matching.ts';
import { isPartedPair, partsByRow, type Parted } from './parted.ts';
import type { Twins } from './twins.ts';
import { joined, lengthOf } from './vocabulary.ts';

/** What happened to the blocks of a row. */
export type Relation =
  'unchanged' | 'edited' | 'moved' | 'split' | 'merged' | 'inserted' | 'deleted';

/** Blocks of both texts that belong together, and what happened to them. */
export interface Row {
  /** Places in the text compared from, counted from 0, ascending; none if inserted. */
  readonly from: readonly number[];
  /** Places in the text compared to, counted from 0, ascending; none if deleted. */
  readonly to: readonly number[];
  /** `moved` also if edited; `split` and `merged` also if moved or edited. */
  readonly relation: Relation;
  /** Whether it left its place among the other blocks. */
  readonly moved: boolean;
  /**
   * Whether a reader sees a difference beyond place and cuts: words, kind, emphasis, a link, or a
   * list item's number, unless it only counts the items.
   */
  readonly edited: boolean;
  /** How alike both sides are, 0 to 1: 1 for the same words, 0 for inserted and deleted. */
  readonly score: number;
  /** Whether the engine is sure, so that no person need be asked. */
  readonly sure: boolean;
  /**
   * Of a block that was inserted or deleted: the place on the other side of the paragraph that it was
   * cut from, or went into, if that stands elsewhere.
   */
  readonly partOf?: number;
  /** Of a matched row: the places of the blocks that name it so; ascending. */
  readonly parts?: { readonly from: readonly number[]; readonly to: readonly number[] };
}

/** What a person has said about two texts: plain JSON, stored as it is; places from 0. */
export interface Corrections {
  /** Each is one row. With one side empty the blocks were inserted or deleted. */
  readonly together?: readonly Together[];
  /** Pairs that are never in one row. */
  readonly apart?: readonly { readonly from: number; readonly to: number }[];
}

/** Blocks that a person has said belong together. */
export interface Together {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What the last steps found beside the matches. */
export interface Findings {
  readonly twins: readonly Twins[];
  readonly lone: readonly LonePair[];
  readonly parted: Parted;
}

/** Returns a row for every match, and one for every block that is in none. */
export function rowsOf(work: Work, { lone, parted, ...found }: Findings): Row[] {
  const twins = found.twins.filter((pair) => !isPartedPair(parted, pair));
  const { ofFrom, ofTo } = work.matching;
  const stayed = new Set(stayedInOrder(work).map((it) => it.match));
  const byFrom: Row[] = new Array(ofFrom.length);
  const byTo: Row[] = new Array(ofTo.length);
  const place = (row: Row) => {
    for (const at of row.from) byFrom[at] = row;
    for (const at of row.to) byTo[at] = row;
  };
  for (const it of allMatches(work.matching)) place(matchedRow(work, it, !stayed.has(it)));
  const rivals = twins.filter(({ from, to }) => isChanged(byFrom[from]) && isChanged(byTo[to]));
  for (const row of rivalled(work, rivals, byFrom, byTo)) place({ ...row, sure: false });
  const doubtful = doubtfulPlaces(work, rivals, lone);
  for (const [whole, parts] of partsByRow(parted, byFrom, byTo)) place({ ...whole, parts });
  for (let at = 0; at < byFrom.length; at++) {
    if (byFrom[at]) continue;
    const row = loneRow('deleted', [at], NOTHING, !doubtful.from.has(at));
    byFrom[at] = asPart(row, parted.from.get(at));
  }
  for (let at = 0; at < byTo.length; at++) {
    if (byTo[at]) continue;
    const row = loneRow('inserted', NOTHING, [at], !doubtful.to.has(at));
    byTo[at] = asPart(row, parted.to.get(at));
  }
  return inReadingOrder(byFrom, byTo);
}

/** Returns whether a row is changed, or there is none yet. */
function isChanged(row: Row | undefined): boolean {
  return row?.relation !== 'unchanged';
}

/** One array for all rows without a side: a replaced text has tens of thousands. */
const NOTHING: readonly number[] = [];

function loneRow(
  relation: Relation,
  from: readonly number[],
  to: readonly number[],
  sure: boolean
): Row {
  return { from, to, relation, moved: false, edited: false, score: 0, sure };
}

function asPart(row: Row, partOf: number | undefined): Row {
  return partOf === undefined ? row : { ...row, partOf };
}

/** Blocks less alike than this are reported as unsure. */
const SURE = 0.4;

function matchedRow(work: Work, { from, to, fixed }: Match, moved: boolean): Row {
  if (isSame(work, from, to)) {
    const relation = moved ? 'moved' : 'unchanged';
    return { from, to, relation, moved, edited: false, score: 1, sure: true };
  }
  const edited = isEdited(work, from, to);
  const score = scoreOf(work, from, to);
  const relation = relationOf(from, to, moved, edited);
  const sure = fixed || score >= SURE || isWithin(work, from, to);
  return { from, to, relation, moved, edited, score, sure };
}

/** The share of the shorter side's words that must be in the longer one. */
const WITHIN = 0.9;
/** Words of a sentence: of fewer a longer text has most by chance. */
const SENTENCE = 7;

/** Returns whether one side is the other with sentences put in or taken out. */
function isWithin({ vocabulary, comparer }: Work, from: number[], to: number[]): boolean {
  const left = joined(from.map((at) => vocabulary.from[at]!));
  const right = joined(to.map((at) => vocabulary.to[at]!));
  const least = Math.min(left.weight, right.weight);
  if (Math.min(lengthOf(left), lengthOf(right)) < SENTENCE) return false;
  return comparer.common(left, right) >= WITHIN * least;
}

/** Returns whether one block is letter for letter the other, as most are. */
function isSame(work: Work, from: number[], to: number[]): boolean {
  if (from.length + to.length > 2) return false;
  const [one, other] = [work.from[from[0]!]!, work.to[to[0]!]!];
  return (
    one.markdown === other.markdown &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.level === other.level
  );
}

function relationOf(from: number[], to: number[], moved: boolean, edited: boolean): Relation {
  if (to.length > 1) return 'split';
  if (from.length > 1) return 'merged';
  if (moved) return 'moved';
  return edited ? 'edited' : 'unchanged';
}

/** Returns whether a reader sees a difference between the sides, cuts apart. */
function isEdited(work: Work, from: number[], to: number[]): boolean {
  const left = from.map((at) => work.from[at]!);
  const right = to.map((at) => work.to[at]!);
  const [one, other] = [left[0]!, right[0]!];
  if (one.kind !== other.kind || one.level !== other.level) return true;
  const [fromText, toText] = [left, right].map((side) => side.map(({ text }) => text).join(' '));
  const isPair = from.length + to.length === 2;
  if (isPair && isNumberedAnew(work, from[0]!, to[0]!)) return true;
  if (isPair && isClauseRenumbered(work, from[0]!, to[0]!)) return false;
  if (fromText === toText) return isPair && isMarkedUpAnew(one, other);
  return !hasEqualWords(work, from, to) || fold(fromText!) !== fold(toText!);
}

/** Returns whether a clause of statutes has another number only because one came before it. */
function isClauseRenumbered({ from, to }: Work, fromPlace: number, toPlace: number): boolean {
  const numbers = renumberingOf({ from, to, fromPlace, toPlace });
  return numbers !== null && isOnlyRenumbered(from[fromPlace]!, to[toPlace]!, numbers);
}

function hasEqualWords({ vocabulary }: Work, from: number[], to: number[]): boolean {
  if (from.length + to.length > 2) return true;
  return vocabulary.from[from[0]!]!.hash === vocabulary.to[to[0]!]!.hash;
}

function scoreOf({ vocabulary, comparer }: Work, from: number[], to: number[]): number {
  const left = joined(from.map((at) => vocabulary.from[at]!));
  const right = joined(to.map((at) => vocabulary.to[at]!));
  return left.hash === right.hash ? 1 : comparer.alike(left, right);
}

/**
 * Returns the rows in the order of the text compared to; what was deleted is right after the block
 * that it followed. `byFrom` and `byTo` have the row of each place.
 */
export function inReadingOrder(byFrom: readonly Row[], byTo: readonly Row[]): Row[] {
  const deletedAfter = new Map<Row | undefined, Row[]>();
  let last: Row | undefined;
  for (const row of byFrom) {
    if (row.to.length > 0) last = row.moved ? last : row;
    else if (!deletedAfter.get(last)?.push(row)) deletedAfter.set(last, [row]);
  }
  const rows = deletedAfter.get(undefined) ?? [];
  byTo.forEach((row, at) => {
    if (row.to[0] !== at) return;
    rows.push(row);
    for (const deleted of deletedAfter.get(row) ?? []) rows.push(deleted);
  });
  return rows;
}
