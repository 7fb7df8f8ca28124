/** What a form's field holds: a text, or every value that is chosen of a list. */
export type FieldValue = string | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** Who changed a field since the form was made. */
export type FieldState = 'same' | 'theirs' | 'mine' | 'both';

/** What was chosen of a field that both changed. */
export type MergeChoice = 'mine' | 'theirs';

/**
 * The value as two writers of the same words have it: line breaks and the spaces around are not
 * theirs, nor is the order of what is chosen of a list.
 */
export function plainValue(value: FieldValue): string {
  if (typeof value !== 'string') return JSON.stringify([...new Set(value)].sort());
  return value.replaceAll('\r\n', '\n').trim();
}

export const isSameValue = (one: FieldValue, other: FieldValue) =>
  typeof one === typeof other && plainValue(one) === plainValue(other);

/**
 * Says of each field of `saved` who changed it since the form was made. `isBase` tells whether a
 * value is the one that the form was made from; a field of which nothing is known counts as
 * changed. A field that was not sent, such as a list of which nothing is chosen, is empty.
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
 * The fields as they are to be saved: what only somebody else changed is theirs, what only the
 * writer changed is the writer's, and of what both changed what was chosen. Null while a choice is
 * missing.
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

const valueOf = (fields: Fields, name: string, like: FieldValue): FieldValue =>
  Object.hasOwn(fields, name) ? fields[name]! : typeof like === 'string' ? '' : [];
