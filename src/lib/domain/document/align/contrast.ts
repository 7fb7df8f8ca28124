/**
 * Tells lookalikes apart by the words in which they differ: paragraphs of one form ("The council
 * will run … in …") share nearly all of their words, and are what the few others say.
 */
import { clear, count } from './similarity.ts';
import type { Vocabulary, Worded } from './vocabulary.ts';

/** What the words of a block say of two others that it is like, in weights of words and stems. */
export interface Contrast {
  /** What it has in common with the one and not with its rival, */
  readonly more: number;
  /** with the rival only, */
  readonly less: number;
  /** and all that it does not have in common with the rival: what makes it another. */
  readonly own: number;
}

/** Contrasts `it` with its rival, as a block sees them. */
export type Contraster = (block: Worded, it: Worded, rival: Worded) => Contrast;

/** What the words that tell must weigh: about as much as one rare word with its stem. */
export const LEAST_TOLD = 400;

/** Returns whether the words say that a block belongs to `it`, `times` as clearly as to its rival. */
export function isTold({ more, less }: Contrast, times: number): boolean {
  return more >= LEAST_TOLD && more >= times * less;
}

/** The share of what makes a block another than its lookalike, of which most must be kept. */
const MOST_OF_ITS_OWN = 0.6;

/** Returns whether a block keeps in `it` most of what makes it another than the rival. */
export function isKept({ more, own }: Contrast): boolean {
  return more >= LEAST_TOLD && more >= MOST_OF_ITS_OWN * own;
}

/** Returns a function that contrasts blocks of two texts. */
export function contraster({ weights }: Vocabulary): Contraster {
  const ofIt = new Int32Array(weights.length);
  const ofRival = new Int32Array(weights.length);
  return (block, it, rival) => {
    let [more, less, own] = [0, 0, 0];
    for (const kind of ['words', 'stems'] as const) {
      count(it[kind], it, ofIt);
      count(rival[kind], rival, ofRival);
    }
    for (const kind of ['words', 'stems'] as const) {
      for (let at = block.start; at < block.end; at++) {
        const number = block[kind][at]!;
        const isInIt = ofIt[number]!-- > 0;
        const isInRival = ofRival[number]!-- > 0;
        if (!isInRival) own += weights[number]!;
        if (isInIt && !isInRival) more += weights[number]!;
        if (isInRival && !isInIt) less += weights[number]!;
      }
    }
    for (const kind of ['words', 'stems'] as const) {
      for (const some of [block, it, rival]) {
        clear(some[kind], some, ofIt);
        clear(some[kind], some, ofRival);
      }
    }
    return { more, less, own };
  };
}
