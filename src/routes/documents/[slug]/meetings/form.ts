import * as v from 'valibot';

/** Minutes of an evening; the longest seen are a tenth of it. */
export const longestMinutes = 200_000;
const mostPresent = 100_000;

/** What is said of a meeting, on its first form and when it is corrected. */
export const meetingFacts = {
  heldOn: v.pipe(v.string(), v.nonEmpty(), v.isoDate()),
  place: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  attendance: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(mostPresent)
  ),
  minutes: v.pipe(v.string(), v.trim(), v.maxLength(longestMinutes)),
  minutesFile: v.optional(v.file())
};
