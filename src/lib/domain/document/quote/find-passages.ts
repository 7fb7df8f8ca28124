import { tokenise } from '../words/words.ts';

/** Characters of a text, from and up to. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * Where the words stand in the text, as a reader types or copies them: case, white space and what
 * cannot be seen make no difference, the marks between the words do.
 */
export function findPassages(text: string, words: string): Stretch[] {
  const sought = shownTokens(words).map(({ key }) => key.toLowerCase());
  if (sought.length === 0) return [];
  const tokens = shownTokens(text);
  const keys = tokens.map(({ key }) => key.toLowerCase());
  return tokens.flatMap(({ start }, at) =>
    sought.every((key, step) => keys[at + step] === key)
      ? [{ start, end: tokens[at + sought.length - 1]!.end }]
      : []
  );
}

const shownTokens = (text: string) => tokenise(text).filter(({ kind }) => kind !== 'space');
