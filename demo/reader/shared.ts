import * as v from 'valibot';
import { dispositions } from '#lib/domain/hearing/enums.ts';

/** A whole number of something that is counted, such as a version. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The full name of a member in people.json. */
export const memberName = v.string();

/** A time by Danish clocks: `{ "day": -9, "time": "19:42" }` is nine days ago at 19.42. */
export const moment = v.strictObject({
  day: v.pipe(v.number(), v.integer()),
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
});
export type Moment = v.InferOutput<typeof moment>;

/** When somebody did something, and who. */
export const deed = v.strictObject({ at: moment, by: memberName });

/** Where in the hearing's version an input belongs; an input without a place is about the whole. */
export const place = v.strictObject({
  /** Words that occur in the plain text of exactly one block. */
  block: v.string(),
  /** The exact words of that block that are meant; they occur once in it. */
  quote: v.optional(v.string())
});
export type DemoPlace = v.InferOutput<typeof place>;

/** What the working group answers to an input. */
export const outcome = v.strictObject({
  disposition: v.picklist(dispositions),
  /** The working group's answer; the reason, if the input was not accepted. */
  answer: v.string(),
  /** The key of a theme of the hearing. */
  theme: v.optional(v.string()),
  /** Where an input that is out of scope is sent instead. */
  referredTo: v.optional(v.string()),
  /** The key of the input that a duplicate repeats. */
  duplicateOf: v.optional(v.string())
});
export type DemoOutcome = v.InferOutput<typeof outcome>;
