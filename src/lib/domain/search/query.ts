/** Words to search for, one after another. */
export type Term = {
  words: string;
  /** Whether what is found must not have the words. */
  isExcluded: boolean;
  /** Whether the words are the beginning of one word, which may go on. */
  isPrefix: boolean;
};

/** A search: what is found has all terms of at least one of the alternatives. */
export type SearchQuery = Term[][];

/** More terms than anybody searches for; those that follow are ignored. */
const mostTerms = 24;

/** A single letter is the beginning of too many words. */
const shortestPrefix = 2;

/**
 * Returns the search that a person typed, read as PostgreSQL's `websearch_to_tsquery` does: "words in
 * quotes" are together, `or` (and `eller`) separates alternatives, `-word` excludes. The last word may
 * be a prefix. Nothing that can be typed is refused; null if there is nothing to search for.
 */
export function parseQuery(typed: string): SearchQuery | null {
  const alternatives: SearchQuery = [[]];
  const tokens = [...typed.matchAll(/(-?)"([^"]*)"?|(\S+)/gu)].slice(0, mostTerms);
  for (const [place, [, minus, quoted, bare]] of tokens.entries()) {
    if (bare && /^(or|eller)$/iu.test(bare)) alternatives.push([]);
    else if (bare) alternatives.at(-1)!.push(bareTerm(bare, place === tokens.length - 1));
    else if (hasWords(quoted!))
      alternatives.at(-1)!.push({ words: quoted!, isExcluded: minus === '-', isPrefix: false });
  }
  const query = alternatives
    .map((terms) => terms.filter(({ words }) => hasWords(words)))
    .filter((terms) => terms.some(({ isExcluded }) => !isExcluded));
  return query.length > 0 ? query : null;
}

function bareTerm(token: string, isLast: boolean): Term {
  const isExcluded = token.startsWith('-');
  const words = isExcluded ? token.slice(1) : token;
  const isPrefix = isLast && !isExcluded && isWord(words) && words.length >= shortestPrefix;
  return { words, isExcluded, isPrefix };
}

const hasWords = (words: string) => /[\p{L}\p{N}]/u.test(words);

/** Whether these are letters and digits only: PostgreSQL reads one word, as `search_beginning` needs. */
const isWord = (words: string) => /^[\p{L}\p{N}]+$/u.test(words);
