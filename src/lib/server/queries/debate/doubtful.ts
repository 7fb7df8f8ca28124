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
 * The comments whose passages are not surely found in the newest version, for a person to set
 * right: all of them for the working group, one's own for another member. Of a paragraph that was
 * taken out, only those whose words seem to stand somewhere else now. Five queries.
 */
export async function listDoubtful(context: Context, head: DocumentHead) {
  const { viewer } = asMember(context);
  const now = await readVersion(context, head.id);
  const [marked, places, corrections] = await Promise.all([
    listPassageComments(context, head.id, mayWorkOn(viewer, head) ? null : viewer.id),
    readBlockHistory(context, head.id, now.number),
    findLatestCorrections(context, head.id, now.number)
  ]);
  const texts = new Map(now.blocks.map(({ blockId, text }) => [blockId, text]));
  const elsewhere = [...texts.values()];
  const textOf = (blockId: string) => texts.get(blockId) ?? '';
  const passages = marked.flatMap((each) => {
    const { status } = locatePassage(each, corrections.get(each.id) ?? null, places, textOf);
    if (status !== 'ambiguous' && status !== 'lost') return [];
    if (isPlainlyGone(each, places, elsewhere)) return [];
    const { id, name, at, html, quote, versionNumber, blockNumber } = each;
    return [{ id, name, at, html, words: quote.exact, status, versionNumber, blockNumber }];
  });
  return { versionNumber: now.number, passages };
}

/** Its paragraph was taken out, and its words are nowhere else: there is nothing to doubt. */
function isPlainlyGone(
  { quote, blockId, versionNumber }: PassageComment,
  places: BlockHistory,
  elsewhere: string[]
): boolean {
  if (places.fateOf(blockId, versionNumber).at.length > 0) return false;
  const located = locateQuote(quote, [], { elsewhere });
  return located.status === 'lost' && located.suggestion === undefined;
}
