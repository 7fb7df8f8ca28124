import type { Run } from './diff-runs.ts';
import type { Side, Vocabulary } from './diff-side.ts';

/**
 * A run is an island when what is deleted and what is inserted around it each weigh this many times
 * more: then a reader follows an old and a new passage more easily than crumbs of agreement.
 */
const SEA = 6;

/** Takes away the runs that are islands in a rewritten passage, the lightest first. */
export function absorbIslands(
  runs: readonly Run[],
  old: Side,
  newer: Side,
  words: Vocabulary
): Run[] {
  const sums = { old: weightsUpTo(old, words), new: weightsUpTo(newer, words) };
  const weightOf = (run: Run) => sums.old[run.old + run.length]! - sums.old[run.old]!;
  const order = runs.slice(1, -1).sort((a, b) => weightOf(a) - weightOf(b) || a.old - b.old);
  const kept = new Neighbours(runs);
  for (const run of order) {
    const { before, after } = kept.around(run);
    const left = change(before, run, sums);
    const right = change(run, after, sums);
    if (isIsland(weightOf(run), left, right)) kept.remove(run);
  }
  return kept.inOrder();
}

interface Change {
  readonly old: number;
  readonly new: number;
}

function change(before: Run, after: Run, sums: { old: Int32Array; new: Int32Array }): Change {
  return {
    old: sums.old[after.old]! - sums.old[before.old + before.length]!,
    new: sums.new[after.new]! - sums.new[before.new + before.length]!
  };
}

function isIsland(weight: number, left: Change, right: Change): boolean {
  const around = Math.min(left.old + right.old, left.new + right.new);
  const nearest = Math.min(Math.max(left.old, left.new), Math.max(right.old, right.new));
  return weight * SEA <= around && weight <= nearest;
}

function weightsUpTo({ keys, length }: Side, { weights }: Vocabulary): Int32Array {
  const sums = new Int32Array(length + 1);
  for (let at = 0; at < length; at++) sums[at + 1] = sums[at]! + weights[keys[at]!]!;
  return sums;
}

/** The runs that are left, each knowing those beside it. */
class Neighbours {
  readonly #runs: readonly Run[];
  readonly #before = new Map<Run, Run>();
  readonly #after = new Map<Run, Run>();

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    for (let index = 1; index < runs.length; index++) this.#join(runs[index - 1]!, runs[index]!);
  }

  around(run: Run): { before: Run; after: Run } {
    return { before: this.#before.get(run)!, after: this.#after.get(run)! };
  }

  remove(run: Run): void {
    const { before, after } = this.around(run);
    this.#join(before, after);
    this.#before.delete(run);
  }

  inOrder(): Run[] {
    return this.#runs.filter((run, index) => index === 0 || this.#before.has(run));
  }

  #join(before: Run, after: Run): void {
    this.#before.set(after, before);
    this.#after.set(before, after);
  }
}
