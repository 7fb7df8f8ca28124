/**
 * Step 7: one block against one, alone between two matches, was mostly written anew and seldom
 * replaced by something else. Words that hardly any other block has are enough to say so.
 */
import { match, type Work } from './matching.ts';
import { localGaps, withoutRemarks } from './gaps.ts';
import { rareInCommon } from './rare-words.ts';

/** With two rare words in common they belong together, or with one and this much alike. */
const LEAST_ALIKE = 0.12;
/** With one rare word, or this much alike, they may belong together: a person is asked. */
const DOUBT = 0.05;

/** Two blocks that stand alone between two matches. */
export interface LonePair {
  readonly from: number;
  readonly to: number;
}

/**
 * Matches what stands alone in a gap on both sides and shares rare words. Returns the pairs that may
 * belong together for all that is known.
 */
export function matchLonePairs(work: Work): LonePair[] {
  const { vocabulary, matching, comparer } = work;
  const doubtful: LonePair[] = [];
  for (const whole of [...localGaps(work)]) {
    const gap = withoutRemarks(work, whole);
    if (gap.from.length !== 1 || gap.to.length !== 1) continue;
    const [from, to] = [gap.from[0]!, gap.to[0]!];
    if (!matching.mayMatch(from, to)) continue;
    const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
    const rare = rareInCommon(one, other, vocabulary);
    const alike = comparer.alike(one, other);
    if (rare >= 2 || (rare === 1 && alike >= LEAST_ALIKE)) match(matching, [from], [to]);
    else if (rare === 1 || alike >= DOUBT) doubtful.push({ from, to });
  }
  return doubtful;
}
