import { suggestPlaces } from '#lib/domain/document/quote/quote.ts';
import { maySetPassage } from '#lib/domain/hearing/permissions.ts';
import type { CommentPassage } from '#lib/domain/hearing/debate.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { readVersion } from '../../text/versions.ts';
import { type DocumentHead } from '../../access/documents.ts';
import { listCorrections, type PassageCorrection } from '../../text/passage-corrections.ts';
import { findPassageComment, type PassageComment } from '../../text/passage-comments.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import { locatePassage } from '../../text/passages.ts';

/** The words of a passage, with the text of the block before and after them. */
export type InContext = { before: string; words: string; after: string };

/** A place in a block of the newest version where the passage may be. */
export type SuggestedPlace = InContext & {
  blockId: string;
  number: number | null;
  start: number;
  end: number;
  /** Whether it is in a block that the comment's block did not become. */
  isElsewhere: boolean;
};

/** A block of the newest version; `words` is the passage if it is found or likely in the block. */
export type PassageBlock = InContext & { blockId: string; number: number | null };

/**
 * Returns the page on which a comment's passage is corrected: the passage in the version that the
 * comment was written on and in the newest, the places where it may be, and the corrections so far.
 * Throws Refusal('notFound') if the comment has no passage, is hidden or is withdrawn, and
 * Refusal('notAllowed') for everybody but its author and the working group.
 */
export async function readPassagePage(context: Context, document: DocumentHead, commentId: string) {
  const { viewer } = asMember(context);
  const comment = await findPassageComment(context, document.id, commentId);
  if (!maySetPassage(viewer, document, comment.authorId)) throw new Refusal('notAllowed');
  const [newest, corrections] = await Promise.all([
    readVersion(context, document.id),
    listCorrections(context, commentId)
  ]);
  const places = await readBlockHistory(context, document.id, newest.number);
  const last = corrections[0] ?? null;
  const blocks = new Map(newest.blocks.map((block) => [block.blockId, block]));
  const textOf = (blockId: string) => blocks.get(blockId)?.text ?? '';
  const known = lastKnown(comment, last);
  const ownIds = places.fateOf(known.blockId, known.versionNumber).at;
  const located = locatePassage(comment, last, places, textOf);
  const suggestions = suggest(known, ownIds, newest.blocks);
  return {
    comment: { id: comment.id, name: comment.name, at: comment.at, html: comment.html },
    then: {
      versionNumber: comment.versionNumber,
      number: comment.blockNumber,
      ...inContext(comment.blockText, comment.quote)
    },
    now: {
      versionNumber: newest.number,
      status: located.status,
      blocks: ownIds.map((blockId) => withPassage(blocks.get(blockId)!, located.at))
    },
    suggestions,
    corrections: corrections.map(({ by, at, versionNumber, blockId, quote }) => {
      const words = quote?.exact ?? null;
      return { by, at, versionNumber, isGone: blockId === null, words };
    }),
    revision: last?.revision ?? 0
  };
}

/** The passage, and the last block that it was known to be in. */
type Known = {
  quote: PassageComment['quote'];
  blockId: string;
  versionNumber: number;
  text: string;
};

function lastKnown(comment: PassageComment, last: PassageCorrection | null): Known {
  const { quote, blockId, versionNumber, blockText } = comment;
  if (last?.quote && last.blockId !== null)
    return {
      quote: last.quote,
      blockId: last.blockId,
      versionNumber: last.versionNumber,
      text: last.blockText ?? ''
    };
  return { quote, blockId, versionNumber, text: blockText };
}

type Block = { blockId: string; number: number | null; text: string };

/**
 * The least similarity of a suggested place: low in the comment's own block, where whatever is alike
 * is worth asking about, and high elsewhere.
 */
const minSimilarityInOwn = 0.25;
const minSimilarityElsewhere = 0.5;

/** The most places that are suggested in other blocks. */
const maxElsewhere = 2;

function suggest({ quote, text }: Known, ownIds: readonly string[], blocks: readonly Block[]) {
  const own = ownIds.map((blockId) => blocks.find((block) => block.blockId === blockId)!);
  const others = blocks.filter(({ blockId }) => !ownIds.includes(blockId));
  const textsOf = (among: readonly Block[]) => among.map((block) => block.text);
  const inOwn = suggestPlaces(quote, textsOf(own), { from: text, least: minSimilarityInOwn });
  const elsewhere = suggestPlaces(quote, textsOf(others), { least: minSimilarityElsewhere });
  return [
    ...inOwn.map((place) => suggestion(own[place.block]!, place, false)),
    ...elsewhere
      .slice(0, maxElsewhere)
      .map((place) => suggestion(others[place.block]!, place, true))
  ];
}

function suggestion(
  { blockId, number, text }: Block,
  { start, end }: Range,
  isElsewhere: boolean
): SuggestedPlace {
  return { blockId, number, start, end, isElsewhere, ...withSnippets(text, { start, end }) };
}

type Range = { start: number; end: number };

const inContext = (text: string, { start, end }: Range): InContext => ({
  before: text.slice(0, start),
  words: text.slice(start, end),
  after: text.slice(end)
});

const withPassage = ({ blockId, number, text }: Block, at: CommentPassage['at']): PassageBlock => ({
  blockId,
  number,
  ...inContext(text, at?.blockId === blockId ? at : { start: 0, end: 0 })
});

/** The characters on either side of a place: enough to tell it from another at a glance. */
const snippetLength = 60;

/** Returns the words with a snippet of the text before and after them, cut between words. */
function withSnippets(text: string, range: Range): InContext {
  const { before, words, after } = inContext(text, range);
  const [left, right] = [before.slice(-snippetLength), after.slice(0, snippetLength)];
  return {
    before: left.length < before.length ? `… ${left.replace(/^\S*\s/, '')}` : left,
    words,
    after: right.length < after.length ? `${right.replace(/\s\S*$/, '')} …` : right
  };
}
