/** A name that can be mentioned, and the region that tells it from another like it. */
export type Name = { name: string; region: string | null };

/** Where a mention is being written: what of it stands after the "@", and from where. */
export type Asked = { from: number; typed: string };

/** Longer than any name: whoever has written so much after an "@" means something else. */
const longestName = 60;

/** As many as fit between what one writes and a phone's keyboard. */
const mostShown = 5;

/** The mention that is being written at the caret; null where there is none. */
export function askedAt(text: string, caret: number): Asked | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('@');
  const typed = before.slice(from + 1);
  const isBegun = from >= 0 && !/[\p{L}\p{N}_]$/u.test(before.slice(0, from));
  const isName =
    typed.length <= longestName && /^(?:[\p{L}\p{N}'’.-]+(?: [\p{L}\p{N}'’.-]+)* ?)?$/u.test(typed);
  return isBegun && isName ? { from, typed } : null;
}

/** The names that go on as what is typed, at their beginning or a later part's; none once it is written. */
export function fitting(names: readonly Name[], typed: string): Name[] {
  const sought = typed.toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(sought);
  const first = names.filter(({ name }) => begins(name));
  const later = names.filter(
    ({ name }) =>
      !begins(name) && name.split(' ').some((_, part, parts) => begins(parts.slice(part).join(' ')))
  );
  const found = [...first, ...later].slice(0, mostShown);
  const isWritten = found.length === 1 && found[0]!.name.toLowerCase() === sought;
  return isWritten ? [] : found;
}
