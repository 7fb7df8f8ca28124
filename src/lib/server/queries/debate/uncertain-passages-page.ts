import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { locateQuote } from '#lib/domain/document/quote/quote.ts';
import { asMember, type Context } from '../../access/context.ts';
import { readVersion } from '../../text/versions.ts';
import { type DocumentHead } from '../../access/documents.ts';
import { findLatestCorrections } from '../../text/passage-corrections.ts';
import { listPassageComments, type PassageComment } from '../../text/passage-comments.ts';
import { readBlockHistory, type BlockHistory } from '../../text/block-history.ts';
import { locatePassage } from '../../text/passages.ts';

/**
 * Returns the comments whose passages are ambiguous or lost in the newest version, in five queries:
 * all of them for the working group, for another member only the member's own. A passage of a removed
 * block is left out unless its words may be in another block. Throws Refusal('notLoggedIn').
 */
export async function listUncertainPassages(context: Context, document: DocumentHead) {
  const { viewer } = asMember(context);
  const newest = await readVersion(context, document.id);
  const [comments, places, corrections] = await Promise.all([
    listPassageComments(context, document.id, mayWorkOn(viewer, document) ? null : viewer.id),
    readBlockHistory(context, document.id, newest.number),
    findLatestCorrections(context, document.id, newest.number)
  ]);
  const texts = new Map(newest.blocks.map(({ blockId, text }) => [blockId, text]));
  const textOf = (blockId: string) => texts.get(blockId) ?? '';
  const passages = comments.flatMap((comment) => {
    const { status } = locatePassage(comment, corrections.get(comment.id) ?? null, places, textOf);
    if (status !== 'ambiguous' && status !== 'lost') return [];
    if (isGone(comment, places, [...texts.values()])) return [];
    const { id, name, at, html, quote, versionNumber, blockNumber } = comment;
    return [{ id, name, at, html, words: quote.exact, status, versionNumber, blockNumber }];
  });
  return { versionNumber: newest.number, passages };
}

/** Returns whether the comment's block was removed and its words are in none of the texts. */
function isGone(
  { quote, blockId, versionNumber }: PassageComment,
  places: BlockHistory,
  texts: string[]
): boolean {
  if (places.fateOf(blockId, versionNumber).at.length > 0) return false;
  const located = locateQuote(quote, [], { elsewhere: texts });
  return located.status === 'lost' && located.suggestion === undefined;
}
