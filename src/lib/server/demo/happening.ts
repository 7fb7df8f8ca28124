import { copenhagen, daysLater, inCopenhagen } from '#lib/domain/time.ts';
import type { Context } from '../access/context.ts';
import type { MemberName, Moment } from './content/index.ts';

/** What somebody does with one of the forum's verbs, and when. */
export type Happening = {
  at: Date;
  by: MemberName;
  happen(context: Context): Promise<unknown>;
};

/** Tells when the demo's moments are, for a forum that starts now. */
export type Calendar = ReturnType<typeof calendarFrom>;

/** Days are counted from today by Danish clocks. */
export function calendarFrom(now: Date) {
  const today = inCopenhagen(now).date;
  return {
    now,
    momentOf: ({ day, time }: Moment): Date => copenhagen(daysLater(today, day), time),
    dayOf: ({ day }: Moment): string => daysLater(today, day)
  };
}

/** People find a comment and like it one after another. */
const betweenLikes = 23 * 60_000;

/** The moment at which the nth person likes what was said then, before the hearing or today ends. */
export function momentOfLike(said: Date, nth: number, until: Date): Date {
  return new Date(Math.min(said.getTime() + (nth + 1) * betweenLikes, until.getTime() - 60_000));
}

/** The happenings in the order of their moments; those of the same moment as they were told. */
export const inOrder = (happenings: Happening[]): Happening[] =>
  happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime());
