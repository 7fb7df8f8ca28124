/** Schemas of what forms, addresses and programs send, limited by what the database can hold. */
import * as v from 'valibot';
import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { isVisible, showsWords } from '#lib/domain/document/visible.ts';
import { cleanLines, cleanName } from '#lib/domain/name.ts';
import { parseDay } from '#lib/domain/time.ts';

/** The largest integer of a PostgreSQL `integer` column. */
export const maxInteger = 2 ** 31 - 1;

/** A trimmed text that may be empty. */
export const text = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));

/** A trimmed text with at least one visible character. */
export const required = (limit: number) =>
  v.pipe(v.string(), v.trim(), filledWith(isVisible), v.maxLength(limit));

/**
 * One line with at least one visible character, without characters that are invisible or change the
 * writing direction.
 */
export const line = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanName), filledWith(isVisible), v.maxLength(limit));

/** A `line` that may be empty. */
export const optionalLine = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanName), v.maxLength(limit));

/** Several lines of plain text, each cleaned as a `line`, that may be empty. */
export const plainLines = (limit: number) =>
  v.pipe(v.string(), v.transform(cleanLines), v.maxLength(limit));

/** Markdown as it was typed, not trimmed. */
export const markdown = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

/** A text of a document, as Markdown: it may be pasted plain text or HTML. */
export const documentText = (limit: number) =>
  v.pipe(v.string(), v.maxLength(limit), v.transform(asMarkdown), v.maxLength(limit));

/** Trimmed Markdown that shows words. */
export const requiredMarkdown = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(limit), filledWith(showsWords));

/** Reports a text that `shows` rejects as an empty field is reported. */
const filledWith = (shows: (given: string) => boolean) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    if (dataset.typed && !shows(dataset.value)) addIssue({ input: '', received: 'undefined' });
  });

/** The id of a row, as the database writes it. */
export const uuid = v.pipe(v.string(), v.uuid());

/**
 * A whole number from `least` to `most`, sent as digits only; by default one less than the largest,
 * so that the next revision is a number, too.
 */
export const wholeNumber = (least = 0, most = maxInteger - 1) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(),
    v.transform(parseDigits),
    v.number(),
    v.minValue(least),
    v.maxValue(most)
  );

/** A whole number from 1, or null if the field is empty. */
export const optionalNumber = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.transform((given) => (given === '' ? null : parseDigits(given))),
  v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(maxInteger)))
);

/** The id of a row, or null if none is chosen. */
export const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.transform((given) => given || null),
  v.nullable(uuid)
);

/** A date of the calendar within the forum's years, as `2026-03-14`. */
export const day = v.pipe(
  v.string(),
  v.trim(),
  v.transform((given) => parseDay(given) ?? ''),
  v.isoDate()
);

/** A time of day, as `23:59`. */
export const time = v.pipe(v.string(), v.isoTime());

/** A list with one item on each line; lines without visible characters are ignored. */
export const lines = (limit: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(limit),
    v.transform((given) => given.split('\n').map(cleanName).filter(isVisible))
  );

/** Returns the number that a text of digits only is, else NaN. */
const parseDigits = (given: string) => (/^\d{1,10}$/.test(given) ? Number(given) : NaN);

/** Returns a number from 1 in an address, or null if it is malformed. */
export function parseNumber(given: string | null | undefined): number | null {
  const number = parseDigits(given ?? '');
  return number >= 1 && number <= maxInteger ? number : null;
}
