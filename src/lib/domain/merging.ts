/** The value of a form's field: a text, or all values chosen in a list. */
export type FieldValue = string | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/**
 * Who has changed a field since the form was made: nobody (`same`), the writer (`mine`), others
 * (`theirs`) or both.
 */
export type FieldState = 'same' | 'theirs' | 'mine' | 'both';

/** Which of the two values of a field to keep. */
export type MergeChoice = 'mine' | 'theirs';

/**
 * Returns a value in the form in which values are compared: with `
 * ` as line break and trimmed, since browsers change these, and a list without duplicates and
 * sorted.
 */
export function normalizeValue(value: FieldValue): string {
  if (typeof value !== 'string') return JSON.stringify([...new Set(value)].sort());
  return value.replaceAll('\r\n', '\n').trim();
}

/** Returns whether two values are the same once normalized. */
export const isSameValue = (one: FieldValue, other: FieldValue) =>
  typeof one === typeof other && normalizeValue(one) === normalizeValue(other);

/**
 * Returns for each field of `saved` who has changed it since the form was made. `isBase` tells
 * whether a value is the one that the form was made from; if that is not known, the field counts as
 * changed by both. A field missing in `typed`, such as a list with nothing chosen, is empty.
 */
export function compareFields(
  isBase: (name: string, value: FieldValue) => boolean,
  saved: Fields,
  typed: Fields
): Map<string, FieldState> {
  const stateOf = (name: string, mine: FieldValue, theirs: FieldValue): FieldState => {
    if (isSameValue(mine, theirs)) return 'same';
    if (isBase(name, theirs)) return 'mine';
    return isBase(name, mine) ? 'theirs' : 'both';
  };
  return new Map(
    Object.entries(saved).map(([name, theirs]) => [
      name,
      stateOf(name, valueOf(typed, name, theirs), theirs)
    ])
  );
}

/**
 * Returns the fields to save: the writer's value of what only the writer changed, the others' of
 * what only they changed, and of what both changed the value that `choiceOf` returns. Returns null
 * if a choice is missing.
 */
export function mergeFields(
  states: ReadonlyMap<string, FieldState>,
  saved: Fields,
  typed: Fields,
  choiceOf: (name: string) => MergeChoice | null
): Fields | null {
  const merged: [string, FieldValue][] = [];
  for (const [name, state] of states) {
    const chosen = state === 'both' ? choiceOf(name) : state === 'theirs' ? 'theirs' : 'mine';
    if (chosen === null) return null;
    merged.push([name, chosen === 'theirs' ? saved[name]! : valueOf(typed, name, saved[name]!)]);
  }
  return Object.fromEntries(merged);
}

/** Returns the value of a field; if it is missing, an empty value of the same kind as `like`. */
const valueOf = (fields: Fields, name: string, like: FieldValue): FieldValue =>
  Object.hasOwn(fields, name) ? fields[name]! : typeof like === 'string' ? '' : [];
