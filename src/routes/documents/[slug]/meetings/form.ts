import * as v from 'valibot';
import { day, line, text, wholeNumber } from '#lib/server/formats/fields.ts';

/** Minutes of an evening; the longest seen are a tenth of it. */
export const longestMinutes = 200_000;
const mostPresent = 100_000;

/** What is said of a meeting, on its first form and when it is corrected. */
export const meetingFacts = {
  heldOn: day,
  place: line(200),
  attendance: wholeNumber(1, mostPresent),
  minutes: text(longestMinutes),
  minutesFile: v.optional(v.file())
};
