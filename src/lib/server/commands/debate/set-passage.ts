import { desc, eq } from 'drizzle-orm';
import { findPassages, selectQuote } from '#lib/domain/document/quote/passages.ts';
import { maySetPassage } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { passageCorrection, type QuoteSelector } from '../../database/tables/index.ts';
import { lockDocument } from '../../access/locks.ts';
import { readVersion } from '../../text/versions.ts';
import { findMarked, type Marked } from '../../text/marked-passages.ts';
import { findPlaces } from '../../text/places.ts';

/** Where a person says that the passage stands now. */
export type PassageChoice =
  | { type: 'place'; blockId: string; start: number; end: number }
  | { type: 'words'; words: string }
  | { type: 'paragraph'; blockId: string }
  | { type: 'gone' };

export type PassageWord = {
  choice: PassageChoice;
  /** The version that was looked at, and how often the passage had been set right by then. */
  versionNumber: number;
  revision: number;
};

/**
 * Writes down where the passage of a comment stands in the newest version, as its author or the
 * working group says. Refuses with stale where another version or another's word came meanwhile,
 * and words that stand nowhere (passageNotInVersion) or in several places (quoteAmbiguous), and the version that it was written
 * on (passageNotMoved).
 */
export async function setPassage(
  context: Context,
  documentId: string,
  commentId: string,
  { choice, versionNumber, revision }: PassageWord
) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockDocument(inside, documentId);
    const marked = await findMarked(inside, documentId, commentId);
    if (!maySetPassage(viewer, held, marked.authorId)) throw new Refusal('notAllowed');
    const newest = await readVersion(inside, documentId);
    const said = await lastRevision(inside, commentId);
    if (newest.number !== versionNumber || said !== revision) throw new Refusal('stale');
    if (newest.number === marked.versionNumber) throw new Refusal('passageNotMoved');
    const place = await placeChosen(inside, documentId, marked, newest, choice);
    await database.insert(passageCorrection).values({
      ...{ commentId, revision: revision + 1, versionId: newest.id, ...place },
      ...{ correctedBy: viewer.id, correctedAt: now }
    });
  });
}

async function lastRevision({ database }: Context, commentId: string): Promise<number> {
  const [last] = await database
    .select({ revision: passageCorrection.revision })
    .from(passageCorrection)
    .where(eq(passageCorrection.commentId, commentId))
    .orderBy(desc(passageCorrection.revision))
    .limit(1);
  return last?.revision ?? 0;
}

type Newest = Awaited<ReturnType<typeof readVersion>>;
type Place = { blockId: string | null; quote: QuoteSelector | null };

async function placeChosen(
  context: Context,
  documentId: string,
  marked: Marked,
  newest: Newest,
  choice: PassageChoice
): Promise<Place> {
  if (choice.type === 'gone') return { blockId: null, quote: null };
  if (choice.type === 'words') {
    const places = await findPlaces(context, documentId, newest.number);
    const { at } = places.fateOf(marked.blockId, marked.versionNumber);
    return placeOfWords(newest, at, choice.words);
  }
  const block = newest.blocks.find(({ blockId }) => blockId === choice.blockId);
  if (!block) throw new Refusal('notFound');
  const { blockId, text } = block;
  if (choice.type === 'paragraph') return { blockId, quote: null };
  const { start, end } = choice;
  if (start >= end || end > text.length) throw new Refusal('notFound');
  return { blockId, quote: selectQuote(text, start, end) };
}

/** Words are looked for in the comment's own paragraphs first, then in all others. */
function placeOfWords({ blocks }: Newest, own: readonly string[], words: string): Place {
  const foundIn = (among: Newest['blocks']) =>
    among.flatMap((block) => findPassages(block.text, words).map((place) => ({ block, place })));
  const atHome = foundIn(blocks.filter(({ blockId }) => own.includes(blockId)));
  const [found, another] = atHome.length > 0 ? atHome : foundIn(blocks);
  if (!found) throw new Refusal('passageNotInVersion');
  if (another) throw new Refusal('quoteAmbiguous');
  const { block, place } = found;
  return { blockId: block.blockId, quote: selectQuote(block.text, place.start, place.end) };
}
