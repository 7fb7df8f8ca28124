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

/** Words where they stand in the text of a paragraph. */
export type InContext = { before: string; words: string; after: string };

/** A place that may be meant, in a paragraph of the newest version. */
export type Suggestion = InContext & {
  blockId: string;
  number: number | null;
  start: number;
  end: number;
  /** It stands in a paragraph that did not come of the comment's own. */
  isElsewhere: boolean;
};

/** A paragraph of the newest version: with the passage where it is found or most likely. */
export type PassageBlock = InContext & { blockId: string; number: number | null };

/**
 * The comment, its passage then and now, and what may be meant, for a person to set right. Refuses
 * with notFound a comment without a passage, hidden or taken back, and with notAllowed everyone
 * but its author and the working group.
 */
export async function readPassage(context: Context, head: DocumentHead, commentId: string) {
  const { viewer } = asMember(context);
  const marked = await findPassageComment(context, head.id, commentId);
  if (!maySetPassage(viewer, head, marked.authorId)) throw new Refusal('notAllowed');
  const [now, corrections] = await Promise.all([
    readVersion(context, head.id),
    listCorrections(context, commentId)
  ]);
  const places = await readBlockHistory(context, head.id, now.number);
  const last = corrections[0] ?? null;
  const blocks = new Map(now.blocks.map((block) => [block.blockId, block]));
  const textOf = (blockId: string) => blocks.get(blockId)?.text ?? '';
  const known = lastKnown(marked, last);
  const own = places.fateOf(known.blockId, known.versionNumber).at;
  const standing = locatePassage(marked, last, places, textOf);
  const suggestions = suggest(known, own, now.blocks);
  return {
    comment: { id: marked.id, name: marked.name, at: marked.at, html: marked.html },
    then: {
      versionNumber: marked.versionNumber,
      number: marked.blockNumber,
      ...inContext(marked.blockText, marked.quote)
    },
    now: {
      versionNumber: now.number,
      status: standing.status,
      blocks: own.map((blockId) => shown(blocks.get(blockId)!, standing.at))
    },
    suggestions,
    corrections: corrections.map(({ by, at, versionNumber, blockId, quote }) => {
      const words = quote?.exact ?? null;
      return { by, at, versionNumber, isGone: blockId === null, words };
    }),
    revision: last?.revision ?? 0
  };
}

/** The words, and where they were last known to stand. */
type Known = {
  quote: PassageComment['quote'];
  blockId: string;
  versionNumber: number;
  text: string;
};

function lastKnown(marked: PassageComment, last: PassageCorrection | null): Known {
  const { quote, blockId, versionNumber, blockText } = marked;
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

/** In its own paragraph whatever is at all alike is worth asking about; elsewhere much must be. */
const leastAtHome = 0.25;
const leastElsewhere = 0.5;

/** So many paragraphs that are not the comment's own are offered. */
const mostElsewhere = 2;

function suggest({ quote, text }: Known, own: readonly string[], blocks: readonly Block[]) {
  const home = own.map((blockId) => blocks.find((block) => block.blockId === blockId)!);
  const others = blocks.filter(({ blockId }) => !own.includes(blockId));
  const textsOf = (among: readonly Block[]) => among.map((block) => block.text);
  const atHome = suggestPlaces(quote, textsOf(home), { from: text, least: leastAtHome });
  const elsewhere = suggestPlaces(quote, textsOf(others), { least: leastElsewhere });
  return [
    ...atHome.map((place) => suggestion(home[place.block]!, place, false)),
    ...elsewhere
      .slice(0, mostElsewhere)
      .map((place) => suggestion(others[place.block]!, place, true))
  ];
}

function suggestion(
  { blockId, number, text }: Block,
  { start, end }: Stretch,
  isElsewhere: boolean
): Suggestion {
  return { blockId, number, start, end, isElsewhere, ...surrounded(text, { start, end }) };
}

type Stretch = { start: number; end: number };

const inContext = (text: string, { start, end }: Stretch): InContext => ({
  before: text.slice(0, start),
  words: text.slice(start, end),
  after: text.slice(end)
});

const shown = ({ blockId, number, text }: Block, at: CommentPassage['at']): PassageBlock => ({
  blockId,
  number,
  ...inContext(text, at?.blockId === blockId ? at : { start: 0, end: 0 })
});

/** As many characters on either side as tell a place from another at a glance. */
const glance = 60;

/** The words with a little of what stands around them, cut between words. */
function surrounded(text: string, place: Stretch): InContext {
  const { before, words, after } = inContext(text, place);
  const [left, right] = [before.slice(-glance), after.slice(0, glance)];
  return {
    before: left.length < before.length ? `… ${left.replace(/^\S*\s/, '')}` : left,
    words,
    after: right.length < after.length ? `${right.replace(/\s\S*$/, '')} …` : right
  };
}
