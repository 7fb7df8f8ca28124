import { and, eq } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessShown } from '#lib/domain/document/visible.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { asName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inCopenhagen } from '#lib/domain/time.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { input, letter, versionBlock } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { findHearing } from '../../access/documents.ts';
import { keyOfSent } from '../form-key.ts';
import { enterInputs } from '../../hearing/inputs/numbering.ts';

/** A letter, or an e-mail, may be as long as a rewrite; it is read on a page of its own. */
export const longestLetter = 100_000;

export type LetterWords = {
  sender: string;
  /** The day it came, `2026-03-14`. */
  receivedOn: string;
  markdown: string;
  /** The paragraph that it is about, by the number people say; null for the whole. */
  paragraph: number | null;
  /** The form's own key: the same words sent twice from one form enter one letter. */
  formKey?: string;
};

/**
 * Enters what came by letter or e-mail as an input of the hearing; gives its number. Once the
 * hearing has closed it is marked late; once the document is submitted, nothing is entered.
 */
export async function enterLetter(
  context: Context,
  documentId: string,
  { paragraph, formKey, ...words }: LetterWords
): Promise<number> {
  refuseUnlessLetter(words, context.now);
  const id = formKey && keyOfSent(formKey, { ...words, paragraph, documentId });
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    const hearing = await findHearing(inside, held);
    const isReceiving = held.state === 'hearing' || held.state === 'processing';
    if (!hearing || !isReceiving) throw new Refusal('hearingNotOpen');
    const before = id ? await findNumber(inside, id) : null;
    if (before !== null) return before;
    const { versionId } = hearing;
    const blockId = paragraph === null ? null : await findParagraph(inside, versionId, paragraph);
    const [entered] = await database
      .insert(letter)
      .values({
        ...words,
        id,
        sender: asName(words.sender),
        hearingId: hearing.id,
        versionId,
        blockId,
        html: renderMarkdown(words.markdown),
        enteredBy: viewer.id,
        enteredAt: now
      })
      .returning({ id: letter.id });
    const late = !isOpen(hearing, now);
    const [made] = await enterInputs(inside, held, [{ kind: 'letter', letterId: entered!.id }], {
      late
    });
    return made!.number;
  });
}

function refuseUnlessLetter(
  { markdown, receivedOn }: Pick<LetterWords, 'markdown' | 'receivedOn'>,
  now: Date
) {
  if (markdown.length > longestLetter) throw new Refusal('textTooLong', { limit: longestLetter });
  refuseUnlessShown(markdown);
  if (receivedOn > inCopenhagen(now).date) throw new Refusal('letterInFuture');
}

/** The number of a letter that is entered already. */
async function findNumber({ database }: Context, letterId: string): Promise<number | null> {
  const [found] = await database
    .select({ number: input.number })
    .from(input)
    .where(eq(input.letterId, letterId));
  return found?.number ?? null;
}

async function findParagraph({ database }: Context, versionId: string, number: number) {
  const [found] = await database
    .select({ blockId: versionBlock.blockId })
    .from(versionBlock)
    .where(and(eq(versionBlock.versionId, versionId), eq(versionBlock.number, number)));
  if (!found) throw new Refusal('paragraphUnknown', { number });
  return found.blockId;
}
