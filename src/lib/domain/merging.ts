/** The value of a form's field: a text, or all values chosen in a list. */
export type FieldValue = string | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

/** Who changed a field since the form was made: the writer (`mine`), others (`theirs`), both or none. */
export type FieldState = 'same' | 'theirs' | 'mine' | 'both';

/** The choice between the two values of a field that both changed. */
export type MergeChoice = 'mine' | 'theirs';

/**
 * Returns a value in the form in which two are compared: without the kind of line breaks and the
 * spaces around a text, which browsers change, and without the order of values chosen in a list.
 */
export function plainValue(value: FieldValue): string {
  if (typeof value !== 'string') return JSON.stringify([...new Set(value)].sort());
  return value.replaceAll('\r\n', '\n').trim();
}

/** Whether two values say the same. */
export const isSameValue = (one: FieldValue, other: FieldValue) =>
  typeof one === typeof other && plainValue(one) === plainValue(other);

/**
 * Returns for each field of `saved` who changed it since the form was made. `isBase` tells whether a
 * value is the one that the form was made from; without knowledge of it the field counts as changed.
 * A field missing in `typed`, such as a list in which nothing is chosen, is empty.
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
 * Returns the fields to save: of one that only others changed, theirs; of one that only the writer
 * changed, the writer's; of one that both changed, what `choiceOf` gives. Null if a choice is missing.
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
