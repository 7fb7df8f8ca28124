import * as v from 'valibot';
import { isVisible, showsWords } from '#lib/domain/document/visible.ts';
import { cleanLines, cleanName } from '#lib/domain/name.ts';
import { parseDay } from '#lib/domain/time.ts';

/**
 * What a form, an address or a program can give, bounded by what the database keeps. What is not
 * within its bounds is told to who typed it; of an address it is no page.
 */

/** A database's integer: no row has a higher number, and none is counted further. */
export const highest = 2 ** 31 - 1;

/** A text that may be empty. */
export const text = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));

/** A text that must be filled with something that can be seen. */
export const required = (limit: number) =>
  v.pipe(v.string(), v.trim(), filledWith(isVisible), v.maxLength(limit));

/** One line, without signs that turn direction or cannot be seen, in which something can be seen. */
export const line = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanName), filledWith(isVisible), v.maxLength(limit));

/** The same, which may be empty. */
export const optionalLine = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanName), v.maxLength(limit));

/** Plain text of some lines, as clean as one, that may be empty. */
export const plainLines = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanLines), v.maxLength(limit));

/** Markdown as it was typed, spaces and all. */
export const markdown = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

/** Markdown, its outer spaces trimmed, that must show words. */
export const requiredMarkdown = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(limit), filledWith(showsWords));

/** The same sentence as of an empty field. */
const filledWith = (shows: (given: string) => boolean) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    if (dataset.typed && !shows(dataset.value)) addIssue({ input: '', received: 'undefined' });
  });

/** The id of a row, as the database writes it. */
export const uuid = v.pipe(v.string(), v.uuid());

/** A whole number from `least`, as a form sends it: digits alone. */
export const wholeNumber = (least = 0, most = highest) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(),
    v.transform(digits),
    v.number(),
    v.minValue(least),
    v.maxValue(most)
  );

/** A whole number, or null where the field was left empty. */
export const optionalNumber = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.transform((given) => (given === '' ? null : digits(given))),
  v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(highest)))
);

/** The id of one of a list, or null where none was chosen. */
export const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => given || null),
  v.nullable(uuid)
);

/** A day that there is, `2026-03-14`, of our own time or near it. */
export const day = v.pipe(
  v.string(),
  v.trim(),
  v.transform((given) => parseDay(given) ?? ''),
  v.isoDate()
);

/** A time that a clock shows, `23:59`. */
export const time = v.pipe(v.string(), v.isoTime());

/** One thing a line; lines in which nothing can be seen are none. */
export const lines = (limit: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(limit),
    v.transform((given) => given.split('\n').map(cleanName).filter(isVisible))
  );

/** The number that digits alone give; NaN of anything else. */
const digits = (given: string) => (/^\d{1,10}$/.test(given) ? Number(given) : NaN);

/** A number from 1 in an address, of a row or a page: null where it is none. */
export function numberIn(given: string | null | undefined): number | null {
  const number = digits(given ?? '');
  return number >= 1 && number <= highest ? number : null;
}
