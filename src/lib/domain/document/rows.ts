import { heaviestChain } from './chain.ts';
import { chainLinkOf } from './gaps.ts';
import { allMatches, unmatched, type Match } from './matching.ts';
import type { Relation, Row } from './row.ts';
import { joined } from './similarity.ts';
import { fold } from './words.ts';
import type { Work } from './work.ts';

export function rowsOf(work: Work): Row[] {
  const matches = allMatches(work.matching);
  const stayed = new Set(
    heaviestChain(matches.map((it) => chainLinkOf(work, it))).map((it) => it.match)
  );
  const rows = matches.map((it) => matchedRow(work, it, !stayed.has(it)));
  const inserted = unmatched(work.matching.ofNew).map((place) => row('inserted', [], [place]));
  const deleted = unmatched(work.matching.ofOld).map((place) => row('deleted', [place], []));
  return inReadingOrder([...rows, ...inserted], deleted);
}

function row(relation: Relation, old: number[], revised: number[]): Row {
  return { old, new: revised, relation, moved: false, edited: false, score: 0, sure: true };
}

function matchedRow(work: Work, { old, new: revised, fixed }: Match, moved: boolean): Row {
  const edited = isEdited(work, old, revised);
  const score = scoreOf(work, old, revised);
  const relation = relationOf(old, revised, moved, edited);
  return { old, new: revised, relation, moved, edited, score, sure: fixed || score >= 0.4 };
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
  return before !== after && fold(before!) !== fold(after!);
}

function scoreOf({ vocabulary, comparer }: Work, old: number[], revised: number[]): number {
  const left = joined(old.map((at) => vocabulary.old[at]!));
  const right = joined(revised.map((at) => vocabulary.new[at]!));
  return left.hash === right.hash ? 1 : comparer.alike(left, right);
}

/** The new text's order; what was deleted stands after the block it followed. */
function inReadingOrder(present: Row[], deleted: Row[]): Row[] {
  const byNew = present.sort((a, b) => a.new[0]! - b.new[0]!);
  const ordered: Row[] = [];
  let next = 0;
  for (const it of byNew) {
    if (it.old.length > 0 && !it.moved) {
      for (; next < deleted.length && deleted[next]!.old[0]! < it.old[0]!; next++) {
        ordered.push(deleted[next]!);
      }
    }
    ordered.push(it);
  }
  return [...ordered, ...deleted.slice(next)];
}
