import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { findPassages, selectQuote } from '#lib/domain/document/quote/passages.ts';
import { choiceOf, type PassageChoice } from '#lib/domain/hearing/passage-choice.ts';
import { maySetPassage } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockDocument } from '../../access/locks.ts';
import { passageCorrection, type QuoteSelector } from '../../database/tables/index.ts';
import { text, wholeNumber } from '../../formats/fields.ts';
import { readVersion } from '../../text/versions.ts';
import { findPassageComment, type PassageComment } from '../../text/passage-comments.ts';
import { readBlockHistory } from '../../text/block-history.ts';

/** In characters: a passage that is typed is some words of a paragraph. */
const maxPassageLength = 2000;

export const passageForm = v.pipe(
  v.object({
    /** The value of the button that was pressed: see passage-choice.ts. */
    place: v.optional(v.string(), ''),
    words: text(maxPassageLength),
    version: wholeNumber(1),
    revision: wholeNumber()
  }),
  v.transform(({ place, words, version, revision }): PassageCorrected => {
    return { choice: choiceOf(place, words), versionNumber: version, revision };
  })
);

export type PassageCorrected = {
  choice: PassageChoice | null;
  /** The version that was shown, and how often the passage had been corrected by then. */
  versionNumber: number;
  revision: number;
};

/**
 * Saves where the passage of a comment is in the newest version, for its author or the working
 * group. Throws Refusal('passageNotChosen') if `choice` is null, Refusal('notAllowed') for others,
 * Refusal('stale') if another version or correction was saved meanwhile, Refusal('passageNotMoved')
 * in the version that the comment was written on, and as placeChosen does.
 */
export async function setPassage(
  context: Context,
  documentId: DocumentId,
  commentId: string,
  { choice, versionNumber, revision }: PassageCorrected
) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const locked = await lockDocument(inside, documentId);
    if (!choice) throw new Refusal('passageNotChosen');
    const marked = await findPassageComment(inside, locked.id, commentId);
    if (!maySetPassage(viewer, locked, marked.authorId)) throw new Refusal('notAllowed');
    const newest = await readVersion(inside, locked.id);
    const last = await lastRevision(inside, commentId);
    if (newest.number !== versionNumber || last !== revision) throw new Refusal('stale');
    if (newest.number === marked.versionNumber) throw new Refusal('passageNotMoved');
    const place = await placeChosen(inside, locked.id, marked, newest, choice);
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

/**
 * Returns the block and the passage that were chosen in the newest version. Throws
 * Refusal('notFound') if they are not in it, and as placeOfWords does.
 */
async function placeChosen(
  context: Context,
  documentId: string,
  marked: PassageComment,
  newest: Newest,
  choice: PassageChoice
): Promise<Place> {
  if (choice.type === 'gone') return { blockId: null, quote: null };
  if (choice.type === 'words') {
    const places = await readBlockHistory(context, documentId, newest.number);
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

/**
 * Returns the place of the words in the comment's own blocks, or else in all others. Throws
 * Refusal('passageNotInVersion') if there is none, and Refusal('quoteAmbiguous') if there are several.
 */
function placeOfWords({ blocks }: Newest, own: readonly string[], words: string): Place {
  const foundIn = (among: Newest['blocks']) =>
    among.flatMap((block) => findPassages(block.text, words).map((place) => ({ block, place })));
  const inOwn = foundIn(blocks.filter(({ blockId }) => own.includes(blockId)));
  const [found, another] = inOwn.length > 0 ? inOwn : foundIn(blocks);
  if (!found) throw new Refusal('passageNotInVersion');
  if (another) throw new Refusal('quoteAmbiguous');
  const { block, place } = found;
  return { blockId: block.blockId, quote: selectQuote(block.text, place.start, place.end) };
}
