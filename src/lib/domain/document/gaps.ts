/**
 * Between two matches that follow each other on both sides, what is left on one side most likely
 * became of what is left on the other, in order. The best such reading is the heaviest chain of
 * pairs, of one block cut in two and of two joined (after Gale and Church 1993).
 */
import { heaviestChain, type ChainLink } from './chain.ts';
import { allMatches, match, type Match } from './matching.ts';
import { joined } from './similarity.ts';
import type { Work } from './work.ts';
import type { Worded } from './vocabulary.ts';

interface Gap {
  readonly old: number[];
  readonly new: number[];
}

export const tuning = { gapLeast: 0.24, partLeast: 0.5, bg: 0.3 };

/** In a gap of more cells only pairs with rare words in common are looked at. */
const MOST_CELLS = 2500;

export function alignGaps(work: Work): void {
  for (const gap of localGaps(work)) alignGap(work, gap);
  for (const gap of wideGaps(work)) alignGap(work, gap);
}

/** Between matches that are neighbours on both sides, wherever these stand. */
function* localGaps({ matching }: Work): Iterable<Gap> {
  const old = stops(matching.ofOld);
  const revised = stops(matching.ofNew);
  const nextNew = new Map(revised.map((place, at) => [place, revised[at + 1]]));
  const toNew = (place: number): number =>
    place < 0 ? -1 : (matching.ofOld[place]?.new[0] ?? matching.ofNew.length);
  for (let at = 0; at + 1 < old.length; at++) {
    const [from, to] = [toNew(old[at]!), toNew(old[at + 1]!)];
    if (nextNew.get(from) === to) {
      yield { old: between(old[at]!, old[at + 1]!), new: between(from, to) };
    }
  }
}

/** The matched places, with the text's beginning and end as if they matched. */
function stops(side: readonly (Match | undefined)[]): number[] {
  return [-1, ...side.flatMap((it, at) => (it ? [at] : [])), side.length];
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at);
}

/** Between the matches that stayed, past those that moved. */
function* wideGaps(work: Work): Iterable<Gap> {
  const { ofOld, ofNew } = work.matching;
  const stayed = heaviestChain(allMatches(work.matching).map((it) => chainLinkOf(work, it)));
  const ends = [...stayed, { old: [ofOld.length, 0], new: [ofNew.length, 0] }];
  let [old, revised] = [-1, -1];
  for (const end of ends) {
    yield {
      old: between(old, end.old[0]!).filter((at) => !ofOld[at]),
      new: between(revised, end.new[0]!).filter((at) => !ofNew[at])
    };
    [old, revised] = [end.old[0]!, end.new[0]!];
  }
}

/** A match as a link between its largest blocks; heavier the longer, no two quite equal. */
export function chainLinkOf({ vocabulary }: Work, it: Match): ChainLink & { match: Match } {
  const old = largest(it.old, vocabulary.old);
  const revised = largest(it.new, vocabulary.new);
  const [one, other] = [vocabulary.old[old]!, vocabulary.new[revised]!];
  const weight = (one.weight + other.weight + 1) * 1024 + tieBreak(one, other, old + revised);
  return { old: [old, old], new: [revised, revised], weight, match: it };
}

export function largest(places: readonly number[], side: readonly Worded[]): number {
  return places.reduce((most, it) => (side[it]!.weight > side[most]!.weight ? it : most));
}

/** 0 to 1023, the same whichever side comes first. */
function tieBreak(one: Worded, other: Worded, places: number): number {
  return (one.hash + other.hash + places * 0x9e3779b1) % 1021;
}

function alignGap(work: Work, gap: Gap): void {
  if (gap.old.length === 0 || gap.new.length === 0) return;
  for (const it of heaviestChain(readings(work, gap))) match(work.matching, it.blocks[0], it.blocks[1]);
}

interface Reading extends ChainLink {
  readonly blocks: readonly [number[], number[]];
}

function readings(work: Work, gap: Gap): Reading[] {
  const found: Reading[] = [];
  for (const [old, revised] of pairsIn(work, gap)) {
    const alike = read(work, gap, [old, old], [revised, revised], found);
    if (alike < 0.1) continue;
    if (old + 1 < gap.old.length) read(work, gap, [old, old + 1], [revised, revised], found);
    if (revised + 1 < gap.new.length) read(work, gap, [old, old], [revised, revised + 1], found);
  }
  return found;
}

function* pairsIn({ candidates, matching }: Work, gap: Gap): Iterable<[number, number]> {
  if (gap.old.length * gap.new.length <= MOST_CELLS) {
    for (const old of gap.old.keys()) for (const revised of gap.new.keys()) yield [old, revised];
    return;
  }
  const rankOld = new Map(gap.old.map((place, rank) => [place, rank]));
  const rankNew = new Map(gap.new.map((place, rank) => [place, rank]));
  for (const pair of candidates.pairs) {
    const [old, revised] = [rankOld.get(pair.old), rankNew.get(pair.new)];
    if (old !== undefined && revised !== undefined) yield [old, revised];
  }
  void matching;
}

/** Adds the reading where the words bear it, and says how alike its sides are. */
function read(
  { vocabulary, comparer, candidates }: Work,
  gap: Gap,
  old: [number, number],
  revised: [number, number],
  found: Reading[]
): number {
  const oldPlaces = gap.old.slice(old[0], old[1] + 1);
  const newPlaces = gap.new.slice(revised[0], revised[1] + 1);
  const one = oldPlaces.map((at) => vocabulary.old[at]!);
  const other = newPlaces.map((at) => vocabulary.new[at]!);
  const [left, right] = [one, other].map((it) => (it.length === 1 ? it[0]! : joined(it)));
  if (one.length + other.length > 2) {
    const parts = one.length > 1 ? one : other;
    const whole = one.length > 1 ? right! : left!;
    const all = comparer.common(left!, right!);
    for (const part of parts) {
      const rest = parts.find((it) => it !== part) ?? part;
      if (all - comparer.common(rest, whole) < tuning.partLeast * part.weight) return 0;
    }
  }
  const alike = comparer.alike(left!, right!);
  const background = Math.max(
    candidates.lookalikeOfOld[oldPlaces[0]!]!,
    candidates.lookalikeOfNew[newPlaces[0]!]!
  );
  const gain = (alike - tuning.gapLeast - tuning.bg * background) * (left!.weight + right!.weight);
  if (gain > 0) {
    const weight = Math.round(gain) * 1024 + tieBreak(left!, right!, oldPlaces[0]! + newPlaces[0]!);
    found.push({ old, new: revised, weight: weight + 1, blocks: [oldPlaces, newPlaces] });
  }
  return alike;
}
