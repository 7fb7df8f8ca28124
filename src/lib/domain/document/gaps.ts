/**
 * Between two matches that follow each other on both sides, what is left on one side most likely
 * became of what is left on the other, in order. The best such reading is the heaviest chain of
 * pairs, of one block cut in two and of two joined (after Gale and Church 1993).
 */
import type { Block } from './block.ts';
import { heaviestChain, type ChainLink } from './chain.ts';
import { gramComparer, type GramComparer } from './grams.ts';
import { matchLink, tieBreak } from './pair-link.ts';
import { allMatches, match, stops, unmatched, type Matching } from './matching.ts';
import { joined } from './similarity.ts';
import type { Work } from './work.ts';

interface Gap {
  readonly old: number[];
  readonly new: number[];
}

export const tuning = { gapLeast: 0.15, partLeast: 0.4, partFar: 0.75, bg: 0.6, noise: 1.25, cap: 0.5, plain: 0.5, plainPart: 0.6, slope: 0.13, partNoise: 1.5 };

/** In a gap of more cells only pairs with rare words in common are looked at. */
const MOST_CELLS = 2500;

export function alignGaps(work: Work): void {
  const { matching } = work;
  if (unmatched(matching.ofOld).length === 0 || unmatched(matching.ofNew).length === 0) return;
  const reader = { ...work, grams: gramComparer(work.old, work.new, matching) };
  for (const gap of localGaps(work)) alignGap(reader, gap);
  for (const gap of wideGaps(work)) alignGap(reader, gap);
}

/** Only what plainly was edited, cut or joined in its place: most of what is left, and no search. */
export function alignPlainGaps(start: Pick<Work, 'matching' | 'vocabulary' | 'comparer'>): void {
  const { matching } = start;
  for (const { old, new: revised } of localGaps(start)) {
    if (Math.min(old.length, revised.length) !== 1 || old.length + revised.length > 4) continue;
    if (isForbidden(matching, old, revised) || !isPlain(start, old, revised)) continue;
    match(matching, old, revised);
  }
}

function isPlain(
  { vocabulary, comparer }: Pick<Work, 'vocabulary' | 'comparer'>,
  old: number[],
  revised: number[]
): boolean {
  const left = old.map((at) => vocabulary.old[at]!);
  const right = revised.map((at) => vocabulary.new[at]!);
  const [one, other] = [joined(left), joined(right)];
  if (comparer.alike(one, other) < tuning.plain) return false;
  const [parts, whole] = left.length > 1 ? [left, other] : [right, one];
  return parts.length === 1 || parts.every((part) =>
    part.weight > 0 && comparer.common(part, whole) >= tuning.plainPart * part.weight);
}

function isForbidden(matching: Matching, old: number[], revised: number[]): boolean {
  return old.some((one) => revised.some((other) => !matching.mayMatch(one, other)));
}

interface Reader extends Work {
  readonly grams: GramComparer;
}

/** Between matches that are neighbours on both sides, wherever these stand. */
function* localGaps({ matching }: Pick<Work, 'matching'>): Iterable<Gap> {
  const old = stops(matching.ofOld);
  const revised = stops(matching.ofNew);
  const nextNew = new Map(revised.map((place, at) => [place, revised[at + 1]]));
  const toNew = (place: number): number =>
    place < 0 ? -1 : (matching.ofOld[place]?.new[0] ?? matching.ofNew.length);
  for (let at = 0; at + 1 < old.length; at++) {
    const [from, to] = [toNew(old[at]!), toNew(old[at + 1]!)];
    if (nextNew.get(from) === to) {
      yield {
        old: between(old[at]!, old[at + 1]!).filter((place) => !matching.ofOld[place]),
        new: between(from, to).filter((place) => !matching.ofNew[place])
      };
    }
  }
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at);
}

/** Between the matches that stayed, past those that moved. */
export function* wideGaps(work: Work): Iterable<Gap> {
  const { ofOld, ofNew } = work.matching;
  const stayed = heaviestChain(allMatches(work.matching).map((it) => matchLink(work, it)));
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

function alignGap(work: Reader, whole: Gap): void {
  const gap = withoutRemarks(work, whole);
  if (gap.old.length === 0 || gap.new.length === 0) return;
  for (const it of heaviestChain(readings(work, gap))) match(work.matching, it.blocks[0], it.blocks[1]);
}

/** A remark in parentheses speaks of the text; unless both sides have one it became of nothing. */
function withoutRemarks(work: Work, gap: Gap): Gap {
  const old = gap.old.filter((at) => !isRemark(work.old[at]!));
  const revised = gap.new.filter((at) => !isRemark(work.new[at]!));
  const onBoth = old.length < gap.old.length && revised.length < gap.new.length;
  return onBoth ? gap : { old, new: revised };
}

function isRemark({ text }: Block): boolean {
  return text.startsWith('(') && text.endsWith(')');
}

interface Reading extends ChainLink {
  readonly blocks: readonly [number[], number[]];
}

function readings(work: Reader, gap: Gap): Reading[] {
  const found: Reading[] = [];
  for (const [old, revised] of pairsIn(work, gap)) {
    const alike = read(work, gap, [old, old], [revised, revised], found);
    if (alike < 0.05) continue;
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
  work: Reader,
  gap: Gap,
  old: [number, number],
  revised: [number, number],
  found: Reading[]
): number {
  const { vocabulary, grams, candidates, matching } = work;
  const left = gap.old.slice(old[0], old[1] + 1);
  const right = gap.new.slice(revised[0], revised[1] + 1);
  if (isForbidden(matching, left, right)) return 0;
  const alike = grams.alike(left, right);
  if (alike < tuning.gapLeast) return alike;
  const noise = grams.noise(left, right);
  const odds = tuning.noise + tuning.slope * Math.log2(gap.old.length * gap.new.length);
  if (left.length + right.length > 2) {
    const parts = left.length > 1 ? left : right;
    const all = grams.common(left, right);
    for (const part of parts) {
      const rest = parts.filter((it) => it !== part);
      const isOld = parts === left;
      const without = isOld ? grams.common(rest, right) : grams.common(left, rest);
      const weight = grams.weightOf(isOld ? 'old' : 'new', [part]);
      const cover = (all - without) / weight;
      const partNoise = isOld ? grams.noise([part], right) : grams.noise(left, [part]);
      const partAlike = isOld ? grams.alike([part], right) : grams.alike(left, [part]);
      const isCovered = cover >= tuning.partLeast && cover >= tuning.partNoise * partNoise;
      if (weight === 0 || (!isCovered && partAlike <= odds * partNoise)) return 0;
    }
  }
  const background = Math.max(
    ...left.map((at) => candidates.lookalikeOfOld[at]!),
    ...right.map((at) => candidates.lookalikeOfNew[at]!)
  );
  const weight = grams.weightOf('old', left) + grams.weightOf('new', right);
  const least = Math.max(tuning.gapLeast, Math.min(tuning.cap, odds * noise), tuning.bg * background);
  const gain = (alike - least) * weight;
  if (gain > 0) {
    const [one, other] = [vocabulary.old[left[0]!]!, vocabulary.new[right[0]!]!];
    const tie = tieBreak(one, other, left[0]! + right[0]!);
    found.push({ old, new: revised, weight: Math.round(gain) * 1024 + tie + 1, blocks: [left, right] });
  }
  return alike;
}
