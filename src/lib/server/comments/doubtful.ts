import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { asMember, type Context } from '../context.ts';
import { readVersion, type DocumentHead } from '../documents/queries.ts';
import { lastCorrections } from './corrections.ts';
import { listMarked } from './marked.ts';
import { findPlaces } from './places.ts';
import { quoteOf } from './standing.ts';

/**
 * The comments whose passages are not surely found in the newest version, for a person to set
 * right: all of them for the working group, one's own for another member. Five queries.
 */
export async function listDoubtful(context: Context, head: DocumentHead) {
  const { viewer } = asMember(context);
  const now = await readVersion(context, head.id);
  const [marked, places, corrections] = await Promise.all([
    listMarked(context, head.id, mayWorkOn(viewer, head) ? null : viewer.id),
    findPlaces(context, head.id, now.number),
    lastCorrections(context, head.id, now.number)
  ]);
  const texts = new Map(now.blocks.map(({ blockId, text }) => [blockId, text]));
  const textOf = (blockId: string) => texts.get(blockId) ?? '';
  const passages = marked.flatMap((each) => {
    const { status } = quoteOf(each, corrections.get(each.id) ?? null, places, textOf);
    if (status !== 'ambiguous' && status !== 'lost') return [];
    const { id, name, at, html, quote, versionNumber, blockNumber } = each;
    return [{ id, name, at, html, words: quote.exact, status, versionNumber, blockNumber }];
  });
  return { versionNumber: now.number, passages };
}
