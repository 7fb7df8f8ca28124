import type { Block } from '../block.ts';
import { allMatches, type Match } from './matching.ts';
import type { Relation, Row } from './row.ts';
import { stayedInOrder } from './pair-link.ts';
import { joined } from './worded.ts';
import { fold } from '../words/words.ts';
import type { Work } from './work.ts';

export function rowsOf(work: Work): Row[] {
  const { ofOld, ofNew } = work.matching;
  const stayed = new Set(stayedInOrder(work).map((it) => it.match));
  const doubtful = doubtfulPlaces(work);
  const byOld: Row[] = new Array(ofOld.length);
  const byNew: Row[] = new Array(ofNew.length);
  for (const it of allMatches(work.matching)) {
    const row = matchedRow(work, it, !stayed.has(it));
    for (const at of it.old) byOld[at] = row;
    for (const at of it.new) byNew[at] = row;
  }
  for (let at = 0; at < byOld.length; at++) {
    byOld[at] ??= loneRow('deleted', [at], NOTHING, !doubtful.old.has(at));
  }
  for (let at = 0; at < byNew.length; at++) {
    byNew[at] ??= loneRow('inserted', NOTHING, [at], !doubtful.new.has(at));
  }
  return inReadingOrder(byOld, byNew);
}

/** As alike as this, what was left apart could have become of one another after all. */
const DOUBT = 0.3;

function doubtfulPlaces({ candidates, matching }: Work) {
  const doubtful = { old: new Set<number>(), new: new Set<number>() };
  for (const pair of candidates.pairs) {
    if (pair.alike < DOUBT || matching.ofOld[pair.old] || matching.ofNew[pair.new]) continue;
    doubtful.old.add(pair.old);
    doubtful.new.add(pair.new);
  }
  return doubtful;
}

/** One for all: a replaced text has tens of thousands of such rows. */
const NOTHING: readonly number[] = [];

function loneRow(
  relation: Relation,
  old: readonly number[],
  revised: readonly number[],
  sure: boolean
): Row {
  return { old, new: revised, relation, moved: false, edited: false, score: 0, sure };
}

function matchedRow(work: Work, { old, new: revised, fixed }: Match, moved: boolean): Row {
  if (isSame(work, old, revised)) {
    const relation = moved ? 'moved' : 'unchanged';
    return { old, new: revised, relation, moved, edited: false, score: 1, sure: true };
  }
  const edited = isEdited(work, old, revised);
  const score = scoreOf(work, old, revised);
  const relation = relationOf(old, revised, moved, edited);
  return { old, new: revised, relation, moved, edited, score, sure: fixed || score >= 0.4 };
}

/** To the letter: most rows of most texts. */
function isSame(work: Work, old: number[], revised: number[]): boolean {
  if (old.length + revised.length > 2) return false;
  const [one, other] = [work.old[old[0]!]!, work.new[revised[0]!]!];
  return (
    one.markdown === other.markdown &&
    one.text === other.text &&
    one.kind === other.kind &&
    one.level === other.level
  );
}

function relationOf(old: number[], revised: number[], moved: boolean, edited: boolean): Relation {
  if (revised.length > 1) return 'split';
  if (old.length > 1) return 'merged';
  if (moved) return 'moved';
  return edited ? 'edited' : 'unchanged';
}

function isEdited(work: Work, old: number[], revised: number[]): boolean {
  const left = old.map((at) => work.old[at]!);
  const right = revised.map((at) => work.new[at]!);
  const [one, other] = [left[0]!, right[0]!];
  if (one.kind !== other.kind || one.level !== other.level) return true;
  const [before, after] = [left, right].map((side) => side.map(({ text }) => text).join(' '));
  if (before === after) return old.length + revised.length === 2 && isMarkedUpAnew(one, other);
  return !hasEqualWords(work, old, revised) || fold(before!) !== fold(after!);
}

/** Emphasis or a link's target changed; another marker or another line break does not count. */
function isMarkedUpAnew(one: Block, other: Block): boolean {
  return one.markdown !== other.markdown && markup(one) !== markup(other);
}

function markup({ markdown }: Block): string {
  const bare = markdown.replace(/^\s*(?:[-*+•]|\d+[.)]|#+|>)\s+/, '').replaceAll('\\', '');
  return fold(bare.replaceAll('_', '*').replace(/\s+/g, ' ').trim());
}

function hasEqualWords({ vocabulary }: Work, old: number[], revised: number[]): boolean {
  if (old.length + revised.length > 2) return true;
  return vocabulary.old[old[0]!]!.hash === vocabulary.new[revised[0]!]!.hash;
}

function scoreOf({ vocabulary, comparer }: Work, old: number[], revised: number[]): number {
  const left = joined(old.map((at) => vocabulary.old[at]!));
  const right = joined(revised.map((at) => vocabulary.new[at]!));
  return left.hash === right.hash ? 1 : comparer.alike(left, right);
}

/** The new text's order; what was deleted stands right after the block it followed. */
export function inReadingOrder(byOld: readonly Row[], byNew: readonly Row[]): Row[] {
  const deletedAfter = new Map<Row | undefined, Row[]>();
  let last: Row | undefined;
  for (const row of byOld) {
    if (row.new.length > 0) last = row.moved ? last : row;
    else if (!deletedAfter.get(last)?.push(row)) deletedAfter.set(last, [row]);
  }
  const rows = deletedAfter.get(undefined) ?? [];
  byNew.forEach((row, at) => {
    if (row.new[0] !== at) return;
    rows.push(row);
    for (const deleted of deletedAfter.get(row) ?? []) rows.push(deleted);
  });
  return rows;
}
