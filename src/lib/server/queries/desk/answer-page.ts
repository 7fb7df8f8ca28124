import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { listNumbers, readInput } from '../../hearing/inputs/list.ts';
import { listMeetings } from '../../hearing/parties.ts';
import { findAnswer } from '../../hearing/answers.ts';
import { listThemes } from '../../hearing/themes.ts';

/**
 * Returns the page on which the working group answers the input of the number, and the document.
 * Throws what readForWork and readInput do; a null number is Refusal('notFound').
 */
export async function readAnswerPage(context: Context, slug: string, number: number | null) {
  const document = await readForWork(context, slug);
  if (number === null) throw new Refusal('notFound');
  const input = await readInput(context, document, number);
  const { missing, withoutReason } = await listBacklog(context, document);
  const numbers = await listNumbers(context, { id: document.id, round: input.round });
  const at = numbers.indexOf(number);
  return {
    document,
    input,
    saved: await findAnswer(context, document.id, number),
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    left: missing.length + withoutReason.length,
    total: numbers.length,
    themes: await listThemes(context, document),
    mayAnswer: isAnswerable(document.state) && input.round === document.round
  };
}

/** Returns the meetings of the document's hearing, none if it has no hearing. */
export const listMeetingsOf = async (context: Context, hearing: { id: string } | null) =>
  hearing ? listMeetings(context, hearing.id) : [];

/** Returns the saved answer for a form that was sent, and the round's themes. Throws what readForWork does. */
export async function readAnswerForWork(context: Context, slug: string, number: number) {
  const document = await readForWork(context, slug);
  return {
    saved: await findAnswer(context, document.id, number),
    themes: await listThemes(context, document)
  };
}

/**
 * Returns how many inputs still lack an answer, and the number of the next of them after `number`,
 * or of the first; null if none is left. Throws what readForWork does.
 */
export async function findNextUnanswered(context: Context, slug: string, number: number) {
  const document = await readForWork(context, slug);
  const { missing, withoutReason } = await listBacklog(context, document);
  const sorted = [...missing, ...withoutReason].toSorted((one, other) => one - other);
  const next = sorted.find((each) => each > number) ?? sorted[0] ?? null;
  return { left: sorted.length, next };
}
