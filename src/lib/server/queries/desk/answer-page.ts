import { and, eq, isNotNull } from 'drizzle-orm';
import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { comment } from '../../database/tables/index.ts';
import { findAnswer } from '../../hearing/answers.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { listNumbers, readInput } from '../../hearing/inputs/list.ts';
import { listMeetings } from '../../hearing/parties.ts';
import { listThemes } from '../../hearing/themes.ts';
import { listWaitingWishes } from './waiting-wishes.ts';

/**
 * Returns the page on which the working group answers the input of the number. Throws as readForWork
 * and readInput do; a null number is Refusal('notFound').
 */
export async function readAnswerPage(context: Context, slug: string, number: number | null) {
  const document = await readForWork(context, slug);
  if (number === null) throw new Refusal('notFound');
  const input = await readInput(context, document, number);
  const { missing, withoutReason } = await listBacklog(context, document);
  const numbers = await listNumbers(context, { id: document.id, round: input.round });
  const at = numbers.indexOf(number);
  const mayMark = input.commentId !== null && (await isImported(context, input.commentId));
  const wishes = await listWaitingWishes(context, document);
  return {
    input,
    saved: await findAnswer(context, document.id, number),
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    left: missing.length + withoutReason.length,
    total: numbers.length,
    themes: await listThemes(context, document),
    mayAnswer: isAnswerable(document.state) && input.round === document.round,
    wishes: wishes.filter((wish) => wish.number === number),
    mayMark,
    meetings: mayMark && document.hearing ? await listMeetings(context, document.hearing.id) : []
  };
}

/** Returns whether the comment was imported from another forum, so that its voice can be marked. */
async function isImported({ database }: Context, commentId: string): Promise<boolean> {
  const imported = and(eq(comment.id, commentId), isNotNull(comment.source));
  return (await database.$count(comment, imported)) > 0;
}

/** Returns the saved answer for a form that was sent, and the round's themes. Throws as readForWork does. */
export async function readAnswerForWork(context: Context, slug: string, number: number) {
  const document = await readForWork(context, slug);
  return {
    saved: await findAnswer(context, document.id, number),
    themes: await listThemes(context, document)
  };
}

/**
 * Returns how many inputs still lack an answer, and the number of the next of them after `number`,
 * or of the first; null if none is left. Throws as readForWork does.
 */
export async function findNextUnanswered(context: Context, slug: string, number: number) {
  const document = await readForWork(context, slug);
  const { missing, withoutReason } = await listBacklog(context, document);
  const sorted = [...missing, ...withoutReason].toSorted((one, other) => one - other);
  const next = sorted.find((each) => each > number) ?? sorted[0] ?? null;
  return { left: sorted.length, next };
}
