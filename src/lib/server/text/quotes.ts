import { locateQuote } from '#lib/domain/document/quote/quote.ts';
import type { CommentPassage } from '#lib/domain/hearing/debate.ts';
import type { QuoteSelector } from '../database/tables/index.ts';
import type { PassageCorrection } from './passage-corrections.ts';
import type { Places } from './places.ts';

/** The text of each block of the version shown, by its id. */
export type TextOf = (blockId: string) => string;

/** The passage of a comment as it was marked: in a block of a version, with that block's text. */
export type MarkedPassage = {
  quote: QuoteSelector;
  blockId: string | null;
  versionNumber: number | null;
  blockText: string | null;
};

/**
 * The passage where it stands in the version shown, looked for from where a person last said that
 * it stood, else from where it was marked.
 */
export function quoteOf(
  marked: MarkedPassage,
  correction: PassageCorrection | null,
  places: Places,
  textOf: TextOf
): CommentPassage {
  const { exact } = marked.quote;
  const standing = correction
    ? correctedStanding(correction, places, textOf)
    : standingOf(marked, places, textOf);
  return { exact, ...standing, correction: correction && toldOf(correction) };
}

type Standing = Pick<CommentPassage, 'status' | 'at'>;

const lost: Standing = { status: 'lost', at: null };

function correctedStanding(
  correction: PassageCorrection,
  places: Places,
  textOf: TextOf
): Standing {
  const { blockId, versionNumber, quote } = correction;
  if (blockId === null) return { status: 'gone', at: null };
  if (quote) return standingOf({ ...correction, quote }, places, textOf);
  const isThere = places.fateOf(blockId, versionNumber).at.length > 0;
  return isThere ? { status: 'paragraph', at: null } : lost;
}

function standingOf(marked: MarkedPassage, places: Places, textOf: TextOf): Standing {
  const { quote, blockId, versionNumber, blockText } = marked;
  if (blockId === null || versionNumber === null) return lost;
  const { start, end, exact } = quote;
  if (versionNumber === places.number && textOf(blockId).slice(start, end) === exact)
    return { status: 'found', at: { blockId, start, end } };
  const { at } = places.fateOf(blockId, versionNumber);
  if (at.length === 0) return lost;
  const sources = blockText === null ? {} : { from: blockText };
  const place = locateQuote(quote, at.map(textOf), sources);
  if (place.status === 'lost') return lost;
  const found = { blockId: at[place.block]!, start: place.start, end: place.end };
  return { status: place.status, at: found };
}

const toldOf = ({ by, at, versionNumber, quote }: PassageCorrection) => ({
  by,
  at,
  versionNumber,
  words: quote?.exact ?? null
});
