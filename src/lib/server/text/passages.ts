import { locateQuote } from '#lib/domain/document/quote/quote.ts';
import type { CommentPassage } from '#lib/domain/hearing/debate.ts';
import type { QuoteSelector } from '../database/tables/index.ts';
import type { PassageCorrection } from './passage-corrections.ts';
import type { BlockHistory } from './block-history.ts';

/** Returns the text of a block of the version shown. */
export type TextOf = (blockId: string) => string;

/** A passage as it was marked, and the text of its block then. */
export type MarkedPassage = {
  quote: QuoteSelector;
  blockId: string | null;
  versionNumber: number | null;
  blockText: string | null;
};

/**
 * Returns where the passage of a comment is in the version shown, searched from its latest
 * correction, or else from where it was marked.
 */
export function locatePassage(
  marked: MarkedPassage,
  correction: PassageCorrection | null,
  history: BlockHistory,
  textOf: TextOf
): CommentPassage {
  const { exact } = marked.quote;
  const standing = correction
    ? locateCorrected(correction, history, textOf)
    : locateMarked(marked, history, textOf);
  return { exact, ...standing, correction: correction && describeCorrection(correction) };
}

type PassagePlace = Pick<CommentPassage, 'status' | 'at'>;

const lost: PassagePlace = { status: 'lost', at: null };

function locateCorrected(
  correction: PassageCorrection,
  history: BlockHistory,
  textOf: TextOf
): PassagePlace {
  const { blockId, versionNumber, quote } = correction;
  if (blockId === null) return { status: 'gone', at: null };
  if (quote) return locateMarked({ ...correction, quote }, history, textOf);
  const isThere = history.fateOf(blockId, versionNumber).at.length > 0;
  return isThere ? { status: 'paragraph', at: null } : lost;
}

function locateMarked(marked: MarkedPassage, history: BlockHistory, textOf: TextOf): PassagePlace {
  const { quote, blockId, versionNumber, blockText } = marked;
  if (blockId === null || versionNumber === null) return lost;
  const { start, end, exact } = quote;
  if (versionNumber === history.number && textOf(blockId).slice(start, end) === exact)
    return { status: 'found', at: { blockId, start, end } };
  const { at } = history.fateOf(blockId, versionNumber);
  if (at.length === 0) return lost;
  const sources = blockText === null ? {} : { from: blockText };
  const place = locateQuote(quote, at.map(textOf), sources);
  if (place.status === 'lost') return lost;
  const found = { blockId: at[place.block]!, start: place.start, end: place.end };
  return { status: place.status, at: found };
}

const describeCorrection = ({ by, at, versionNumber, quote }: PassageCorrection) => ({
  by,
  at,
  versionNumber,
  words: quote?.exact ?? null
});
