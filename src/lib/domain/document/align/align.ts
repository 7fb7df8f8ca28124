/**
 * Which block of the old text became which of the new.
 *
 * 1. What a person said stands (corrections.ts).
 * 2. Equal blocks pair: those that stand once in each text, then their neighbours, so that what is
 *    repeated keeps its place (equal-blocks.ts; Heckel 1978, "A technique for isolating differences
 *    between files"; Cohen's patience diff). Short ones far from home are let go (strays.ts).
 * 3. What stands between two such pairs and shares half of its words was edited, cut or joined in
 *    its place (plain-gaps.ts, parts.ts).
 * 4. Rare words find what else might belong together (candidates.ts), and what is alike far beyond
 *    any rival is matched wherever it stands (clear-pairs.ts). Where two could be meant, neither is:
 *    a deleted paragraph must not be carried to a lookalike.
 * 5. What then is left between two matches is read as one text that became of the other, in order,
 *    with cuts and joins (readings.ts, after Gale and Church 1993); it must be more alike than these
 *    texts' paragraphs are anyway (gain.ts).
 * 6. Of all matches the heaviest chain in order stayed; the others moved (rows.ts, chain.ts).
 *
 * Words weigh by rarity, in and out of order (vocabulary.ts, similarity.ts). Every step is the same
 * from either side: turning the texts turns the rows.
 */
import type { Block } from '../block.ts';
import { findCandidates } from './candidates.ts';
import { correctedMatching } from './corrections.ts';
import { isPermutation, matchEqual, matchRest } from './equal-blocks.ts';
import { letStraysGo } from './strays.ts';
import { matchPlainGaps } from './plain-gaps.ts';
import { matchGaps } from './readings.ts';
import { blockKeys, wordKeys } from './keys.ts';
import { matchClear } from './clear-pairs.ts';
import { addParts } from './parts.ts';
import type { Corrections, Row } from './row.ts';
import { rowsOf } from './rows.ts';
import { comparer } from './similarity.ts';
import { numberTexts } from './texts.ts';
import { readVocabulary } from './vocabulary.ts';

export interface AlignOptions {
  readonly corrections?: Corrections;
}

/** Alike and alone in it: more than half of the words, and a fifth more than any rival. */
const CLEAR = { least: 0.55, margin: 0.2 };
/** Once what stands in order is settled, less is enough for what moved and was edited. */
const CLEAR_OF_THE_REST = { least: 0.5, margin: 0.15 };

/**
 * Rows in which every block of both texts stands exactly once, in the new text's order; what was
 * deleted stands after the block it followed. The same texts always give the same rows.
 * Corrections that contradict each other or do not fit the texts are refused: CorrectionRefused.
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
  const same = { vocabulary, matching };
  matchEqual(same, keys);
  if (isPermutation(keys)) matchRest(matching, keys);
  else {
    matchEqual(same, wordKeys(vocabulary));
    letStraysGo(same);
  }
  const comparing = { ...same, comparer: comparer(vocabulary) };
  matchPlainGaps(comparing);
  addParts(comparing);
  const work = { ...comparing, from, to, candidates: findCandidates(comparing) };
  matchClear(work, CLEAR);
  matchGaps(work);
  addParts(work);
  matchClear(work, CLEAR_OF_THE_REST);
  addParts(work);
  matchRest(matching, keys);
  return rowsOf(work);
}
