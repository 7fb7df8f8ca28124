/**
 * Which block of one text became which of another.
 *
 * 1. A person's corrections are kept as they are (matching.ts).
 * 2. Equal blocks are matched: those that occur once in each text, then their neighbours, so that
 *    what is repeated keeps its place. Short ones that moved alone are unmatched again
 *    (equal-blocks.ts; Heckel 1978, Cohen's patience diff).
 * 3. What is left between two matches and shares half of its words was edited, split or merged in
 *    its place (neighbours.ts, gaps.ts).
 * 4. Rare words find what else could belong together, and what is alike far beyond any rival, or is
 *    told apart from its lookalikes by the words in which they differ, is matched wherever it is. If
 *    two could be meant, none is matched: the comments on a deleted paragraph must not be carried to
 *    a lookalike (candidates.ts, clear.ts, contrast.ts, rare-words.ts).
 * 5. What is left between two matches is read as one text that became the other, in order, with
 *    splits and mergers; it must be more alike than paragraphs of these texts are by chance
 *    (readings.ts, gain.ts, gram-comparer.ts, grams.ts; Gale and Church 1993).
 * 6. Runs of words that stand once in what is left of each text tie blocks, also to a match beside
 *    them: a sentence was kept where all else is new (kept-runs.ts; Broder 1997).
 * 7. One block against one, alone between two matches, needs no more than rare words in common
 *    (lone-pairs.ts).
 * 8. Lookalikes that changed places are given back to each other (twins.ts).
 * 9. The heaviest chain of matches in order stayed; the other matches moved. Where another block
 *    could have been meant the row is not sure (row.ts, chain.ts, doubt.ts).
 * 10. A block without a match that was cut from a paragraph which stands elsewhere, or went into one,
 *    names it (parted.ts).
 *
 * Rare words weigh more, and their order counts (vocabulary.ts, word-reader.ts, similarity.ts); which
 * words are rare in short texts the language tells (word-shares.ts). Every step treats both sides
 * alike: exchanging the texts exchanges the sides of the rows.
 */
import type { Block } from '../block.ts';
import { findCandidates } from './candidates.ts';
import { matchClear } from './clear.ts';
import { contraster } from './contrast.ts';
import {
  blockKeys,
  isPermutation,
  matchEqual,
  matchRest,
  unmatchStrays,
  wordKeys
} from './equal-blocks.ts';
import { matchKeptRuns } from './kept-runs.ts';
import { matchLonePairs } from './lone-pairs.ts';
import { correctedMatching } from './matching.ts';
import { addParts, matchGapsInPlace } from './neighbours.ts';
import { partedBlocks } from './parted.ts';
import { matchGaps } from './readings.ts';
import { rowsOf, type Corrections, type Row } from './row.ts';
import { comparer } from './similarity.ts';
import { exchangeTwins, findTwins } from './twins.ts';
import { numberTexts, readVocabulary } from './vocabulary.ts';

export interface AlignOptions {
  /** What a person has said of the two texts. */
  readonly corrections?: Corrections;
}

/** Beyond doubt anywhere: more than half of the words, and a fifth more than with any rival. */
const CLEAR = { least: 0.55, margin: 0.2 };
/** Beyond doubt among the blocks that no gap has explained: there are fewer rivals left. */
const CLEAR_AMONG_THE_REST = { least: 0.5, margin: 0.15 };

/**
 * Returns rows in which every block of both texts occurs exactly once, in the order of `to`; what
 * was deleted is after the block that it followed. The same texts always have the same rows. Throws
 * CorrectionRefused if `corrections` contradict each other or do not fit the texts.
 */
export function align(
  from: readonly Block[],
  to: readonly Block[],
  { corrections = {} }: AlignOptions = {}
): Row[] {
  const matching = correctedMatching(from.length, to.length, corrections);
  const texts = numberTexts(from, to);
  const vocabulary = readVocabulary(texts);
  const keys = blockKeys(from, to, texts);
  const start = { vocabulary, matching };
  matchEqual(start, keys);
  if (isPermutation(keys)) matchRest(matching, keys);
  else {
    matchEqual(start, wordKeys(vocabulary));
    unmatchStrays(start);
  }
  const measures = { comparer: comparer(vocabulary), contrast: contraster(vocabulary) };
  const comparing = { ...start, ...measures };
  matchGapsInPlace(comparing);
  const work = { ...comparing, from, to, candidates: findCandidates(comparing) };
  matchClear(work, CLEAR);
  addParts(work);
  matchGaps(work);
  addParts(work);
  matchClear(work, CLEAR_AMONG_THE_REST);
  addParts(work);
  const ties = matchKeptRuns(work);
  matchRest(matching, keys);
  const lone = matchLonePairs(work);
  const twins = findTwins(work);
  exchangeTwins(work, twins);
  return rowsOf(work, { twins, lone, parted: partedBlocks(work, ties) });
}
