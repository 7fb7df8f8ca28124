import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessShown } from '#lib/domain/document/visible.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { parseName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { toDanishTime } from '#lib/domain/time.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import { type DocumentId, findHearing } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { input, letter, versionBlock } from '../../database/tables/index.ts';
import { day, optionalNumber, required, requiredMarkdown, uuid } from '../../formats/fields.ts';
import { readLetterText } from '../../formats/email/letter-text.ts';
import { enterInputs } from '../enter-inputs.ts';
import { keyOfSent } from '../form-key.ts';

const maxSenderLength = 160;
/** In characters: a letter or an e-mail may be as long as a rewrite. */
const maxLetterLength = 100_000;

export const letterForm = v.object({
  formKey: uuid,
  sender: required(maxSenderLength),
  receivedOn: day,
  paragraph: optionalNumber,
  markdown: requiredMarkdown(maxLetterLength),
  mail: v.optional(v.file())
});

/** The form of a letter while its mail is read into it: nothing in it has to be right yet. */
export const mailForm = v.object({
  formKey: v.optional(v.string(), ''),
  sender: v.optional(v.string(), ''),
  receivedOn: v.optional(v.string(), ''),
  paragraph: v.optional(v.string(), ''),
  markdown: v.optional(v.string(), ''),
  mail: v.optional(v.file())
});

export type LetterContent = {
  sender: string;
  /** The day it was received, `2026-03-14`. */
  receivedOn: string;
  markdown: string;
  /** The number of the paragraph that it is about; null for the whole document. */
  paragraph: number | null;
  /** The form's own key: the same values sent twice from one form enter one letter. */
  formKey?: string;
};

/**
 * Enters a letter as an input of the hearing and returns its number. The tail that a mail program
 * wrote is kept beside its text. It is marked late if the hearing has closed. Throws
 * Refusal('hearingNotOpen') if there is no hearing or the document has been submitted,
 * Refusal('letterInFuture'), and Refusal('paragraphUnknown').
 */
export async function enterLetter(
  context: Context,
  documentId: DocumentId,
  { paragraph, formKey, ...content }: LetterContent
): Promise<number> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const locked = await lockForWork(inside, documentId);
    refuseUnfit(content, now);
    const hearing = await findHearing(inside, locked);
    const isReceiving = locked.state === 'hearing' || locked.state === 'processing';
    if (!hearing || !isReceiving) throw new Refusal('hearingNotOpen');
    const id = formKey && keyOfSent(formKey, { ...content, paragraph, documentId: locked.id });
    const existing = id ? await findNumber(inside, id) : null;
    if (existing !== null) return existing;
    const { markdown, tail } = readLetterText(content.markdown);
    refuseUnlessShown(markdown);
    const { versionId } = hearing;
    const blockId = paragraph === null ? null : await findBlock(inside, versionId, paragraph);
    const [entered] = await database
      .insert(letter)
      .values({
        ...content,
        ...{ id, versionId, blockId, hearingId: hearing.id },
        ...{ markdown, tail, html: renderMarkdown(markdown) },
        sender: parseName(content.sender),
        enteredBy: viewer.id,
        enteredAt: now
      })
      .returning({ id: letter.id });
    const late = !isOpen(hearing, now);
    const inputs = [{ kind: 'letter' as const, letterId: entered!.id }];
    const [made] = await enterInputs(inside, locked, inputs, { late });
    return made!.number;
  });
}

function refuseUnfit(
  { markdown, receivedOn }: Pick<LetterContent, 'markdown' | 'receivedOn'>,
  now: Date
) {
  if (markdown.length > maxLetterLength)
    throw new Refusal('textTooLong', { limit: maxLetterLength });
  refuseUnlessShown(markdown);
  if (receivedOn > toDanishTime(now).date) throw new Refusal('letterInFuture');
}

/** Returns the number of a letter that has been entered already, else null. */
async function findNumber({ database }: Context, letterId: string): Promise<number | null> {
  const [found] = await database
    .select({ number: input.number })
    .from(input)
    .where(eq(input.letterId, letterId));
  return found?.number ?? null;
}

async function findBlock({ database }: Context, versionId: string, number: number) {
  const [found] = await database
    .select({ blockId: versionBlock.blockId })
    .from(versionBlock)
    .where(and(eq(versionBlock.versionId, versionId), eq(versionBlock.number, number)));
  if (!found) throw new Refusal('paragraphUnknown', { number });
  return found.blockId;
}
