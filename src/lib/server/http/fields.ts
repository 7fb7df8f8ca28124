import * as v from 'valibot';

/** A text that may be empty. */
export const text = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));

/** A text that must be filled. */
export const required = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limit));

/** Markdown as it was typed, spaces and all. */
export const markdown = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

/** A whole number from `least`, as a form sends it. */
export const wholeNumber = (least = 0) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(Number), v.integer(), v.minValue(least));

/** A whole number, or null where the field was left empty. */
export const optionalNumber = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.transform((given) => (given === '' ? null : Number(given))),
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))
);

/** The id of one of a list, or null where none was chosen. */
export const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => given || null),
  v.nullable(v.pipe(v.string(), v.uuid()))
);

/** One thing a line; empty lines are none. */
export const lines = (limit: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(limit),
    v.transform((given) =>
      given
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    )
  );
