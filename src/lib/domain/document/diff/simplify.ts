/** Step 3 of the word diff: makes the changes between the runs fewer and easier to read. */
import type { Run } from './runs.ts';
import { BOUNDARY, TIGHT, type Side, type Vocabulary } from './side.ts';

/**
 * A run is small if what is deleted and what is inserted around it each weigh at least six times as
 * much: one word in seven is too little to follow, and a reader compares two whole passages more
 * easily. Of 4 to 12, six scores best on tests/bench/diff-quality.ts, by very little.
 */
const SMALL_BY = 6;

/** Returns the runs without the small ones inside rewritten passages; the lightest goes first. */
export function dropSmallRuns(
  runs: readonly Run[],
  from: Side,
  to: Side,
  vocabulary: Vocabulary
): Run[] {
  const sums = { from: runningWeights(from, vocabulary), to: runningWeights(to, vocabulary) };
  const weightOfRun = (run: Run) => sums.from[run.from + run.length]! - sums.from[run.from]!;
  const inner = runs.slice(1, -1);
  const lightestFirst = inner.sort((a, b) => weightOfRun(a) - weightOfRun(b) || a.from - b.from);
  const kept = new LinkedRuns(runs);
  for (const run of lightestFirst) {
    const { before, after } = kept.around(run);
    const left = weightsBetween(before, run, sums);
    const right = weightsBetween(run, after, sums);
    if (isSmall(weightOfRun(run), left, right)) kept.remove(run);
  }
  return kept.inOrder();
}

/** For each token the weight of all tokens before it. */
function runningWeights({ keys, length }: Side, { weights }: Vocabulary): Int32Array {
  const sums = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) sums[at + 1] = sums[at]! + weights[keys[at]!]!;
  return sums;
}

/** What a change weighs on each side. */
interface ChangeWeights {
  readonly from: number;
  readonly to: number;
}

function weightsBetween(
  before: Run,
  after: Run,
  sums: { from: Int32Array; to: Int32Array }
): ChangeWeights {
  return {
    from: sums.from[after.from]! - sums.from[before.from + before.length]!,
    to: sums.to[after.to]! - sums.to[before.to + before.length]!
  };
}

function isSmall(weight: number, left: ChangeWeights, right: ChangeWeights): boolean {
  const around = Math.min(left.from + right.from, left.to + right.to);
  const nearest = Math.min(Math.max(left.from, left.to), Math.max(right.from, right.to));
  return weight * SMALL_BY <= around && weight <= nearest;
}

/** A list of runs from which one can be removed while those beside it stay known. */
class LinkedRuns {
  readonly #runs: readonly Run[];
  readonly #before = new Map<Run, Run>();
  readonly #after = new Map<Run, Run>();

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    for (let index = 1; index < runs.length; index++) this.#link(runs[index - 1]!, runs[index]!);
  }

  around(run: Run): { before: Run; after: Run } {
    return { before: this.#before.get(run)!, after: this.#after.get(run)! };
  }

  remove(run: Run): void {
    const { before, after } = this.around(run);
    this.#link(before, after);
    this.#before.delete(run);
  }

  inOrder(): Run[] {
    return this.#runs.filter((run, index) => index === 0 || this.#before.has(run));
  }

  #link(before: Run, after: Run): void {
    this.#before.set(after, before);
    this.#after.set(before, after);
  }
}

/**
 * Slides each change that is only a deletion or only an insertion, as far as the words allow, to
 * where a reader would cut: between blocks, sentences or clauses. Of two equally good places the
 * later is taken. Changes `runs`.
 */
export function slideChanges(runs: Run[], from: Side, to: Side, vocabulary: Vocabulary): void {
  for (let index = 1; index < runs.length; index++) {
    const before = runs[index - 1]!;
    const after = runs[index]!;
    if (before.to + before.length === after.to) {
      slide(before, after, roomToSlide(runs, index), { side: from, name: 'from', vocabulary });
    } else if (before.from + before.length === after.from) {
      slide(before, after, roomToSlide(runs, index), { side: to, name: 'to', vocabulary });
    }
  }
}

/** By how many tokens a change can slide at most. */
interface Room {
  readonly back: number;
  readonly forward: number;
}

/** A run between two changes keeps at least one token; the first and the last run may be emptied. */
function roomToSlide(runs: readonly Run[], index: number): Room {
  const before = runs[index - 1]!;
  const after = runs[index]!;
  const isFirst = index === 1 && before.from === 0 && before.to === 0;
  const isLast = index === runs.length - 1;
  return {
    back: isFirst ? before.length : before.length - 1,
    forward: isLast ? after.length : after.length - 1
  };
}

/** The side that has the words of the change. */
interface ChangedSide {
  readonly side: Side;
  readonly name: 'from' | 'to';
  readonly vocabulary: Vocabulary;
}

function slide(before: Run, after: Run, room: Room, changed: ChangedSide): void {
  const { keys } = changed.side;
  const start = before[changed.name] + before.length;
  const end = after[changed.name];
  let best = 0;
  let bestQuality = qualityOfCuts(changed, start, end);
  const consider = (by: number) => {
    const quality = qualityOfCuts(changed, start + by, end + by);
    if (quality > bestQuality || (quality === bestQuality && by > best)) {
      best = by;
      bestQuality = quality;
    }
  };
  for (let by = 1; by <= room.back && keys[start - by] === keys[end - by]; by++) consider(-by);
  for (let by = 1; by <= room.forward && keys[start + by - 1] === keys[end + by - 1]; by++) {
    consider(by);
  }
  before.length += best;
  after.from += best;
  after.to += best;
  after.length -= best;
}

function qualityOfCuts({ side, vocabulary }: ChangedSide, start: number, end: number): number {
  return qualityOfCut(side, start, vocabulary) + qualityOfCut(side, end, vocabulary);
}

/** How well a text can be cut before a token: 4 between blocks, 3 sentences, 2 clauses, 1 words. */
function qualityOfCut({ gaps, keys }: Side, token: number, { breaks }: Vocabulary): number {
  if (gaps[token] === BOUNDARY) return 4;
  if (gaps[token] === TIGHT) return 0;
  return 1 + breaks[keys[token - 1]!]!;
}
