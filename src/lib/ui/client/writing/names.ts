/** Somebody who can be mentioned, and their region, which tells two of one name apart. */
export type Name = { name: string; region: string | null };

/** A mention that is being written: the index of its "@", and the text typed after it. */
export type Mention = { from: number; typed: string };

/** In characters, longer than any name: more text after an "@" is no mention. */
const maxNameLength = 60;

/** As many as fit between the text area and a phone's keyboard. */
const maxShown = 5;

/** Returns the mention that is being written at `caret` in `text`, or null. */
export function mentionAt(text: string, caret: number): Mention | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  const typed = before.slice(from + 1);
  const isBegun = from >= 0 && !/[\p{L}\p{N}_]$/u.test(before.slice(0, from));
  const isName =
    typed.length <= maxNameLength &&
    /^(?:[\p{L}\p{N}'’.-]+(?: [\p{L}\p{N}'’.-]+)* ?)?$/u.test(typed);
  return isBegun && isName ? { from, typed } : null;
}

/**
 * Returns the names that begin with what is typed, then those of which a later part does; none if
 * the only one is written out already.
 */
export function matching(names: readonly Name[], typed: string): Name[] {
  const sought = typed.toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(sought);
  const first = names.filter(({ name }) => begins(name));
  const later = names.filter(
    ({ name }) =>
      !begins(name) && name.split(' ').some((_, part, parts) => begins(parts.slice(part).join(' ')))
  );
  const found = [...first, ...later].slice(0, maxShown);
  const isWritten = found.length === 1 && found[0]!.name.toLowerCase() === sought;
  return isWritten ? [] : found;
}
