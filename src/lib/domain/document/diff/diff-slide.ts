import type { Run } from './diff-runs.ts';
import { BOUNDARY, TIGHT, type Side, type Vocabulary } from './diff-side.ts';

/**
 * Moves what was only deleted or only inserted, where the words allow it, to where a reader would
 * cut: between blocks, sentences or clauses. Of two equal places the later one is taken.
 */
export function slideToSentences(runs: Run[], old: Side, newer: Side, words: Vocabulary): void {
  for (let index = 1; index < runs.length; index++) {
    const before = runs[index - 1]!;
    const after = runs[index]!;
    if (before.new + before.length === after.new) {
      slide(before, after, limits(runs, index), { side: old, at: 'old', words });
    } else if (before.old + before.length === after.old) {
      slide(before, after, limits(runs, index), { side: newer, at: 'new', words });
    }
  }
}

interface Changed {
  readonly side: Side;
  readonly at: 'old' | 'new';
  readonly words: Vocabulary;
}

/** How far back and forth: a run between two changes keeps a token, a run at an edge may go. */
function limits(runs: readonly Run[], index: number): { back: number; forth: number } {
  const before = runs[index - 1]!;
  const after = runs[index]!;
  const isFirst = index === 1 && before.old === 0 && before.new === 0;
  const isLast = index === runs.length - 1;
  return {
    back: isFirst ? before.length : before.length - 1,
    forth: isLast ? after.length : after.length - 1
  };
}

function slide(
  before: Run,
  after: Run,
  { back, forth }: { back: number; forth: number },
  { side, at, words }: Changed
): void {
  const from = before[at] + before.length;
  const to = after[at];
  let best = 0;
  let bestEase = easeOfCut(side, from, words) + easeOfCut(side, to, words);
  const consider = (by: number) => {
    const ease = easeOfCut(side, from + by, words) + easeOfCut(side, to + by, words);
    if (ease > bestEase || (ease === bestEase && by > best)) {
      best = by;
      bestEase = ease;
    }
  };
  for (let by = 1; by <= back && side.keys[from - by] === side.keys[to - by]; by++) consider(-by);
  for (let by = 1; by <= forth && side.keys[from + by - 1] === side.keys[to + by - 1]; by++) {
    consider(by);
  }
  before.length += best;
  after.old += best;
  after.new += best;
  after.length -= best;
}

/** How well a text can be cut before a token: best between blocks, then sentences, clauses, words. */
function easeOfCut({ gaps, keys }: Side, token: number, { closes }: Vocabulary): number {
  if (gaps[token] === BOUNDARY) return 4;
  if (gaps[token] === TIGHT) return 0;
  return 1 + closes[keys[token - 1]!]!;
}
