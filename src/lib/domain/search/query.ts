/** Words that must be found in sequence. */
export type Term = {
  words: string;
  /** Whether a result must not have the words. */
  isExcluded: boolean;
  /** Whether the term is the beginning of a word. */
  isPrefix: boolean;
};

/** A search: a result has all terms of at least one of the alternatives. */
export type SearchQuery = Term[][];

/** More terms than anybody searches for; further ones are ignored. */
const maxTerms = 24;

/** A single letter would be the beginning of too many words. */
const minPrefixLength = 2;

/**
 * Returns the search that a person typed, read as PostgreSQL's `websearch_to_tsquery` does: "words
 * in quotes" must be in sequence, `or` and `eller` separate alternatives, `-word` excludes. The
 * last word may be a prefix. Returns null if there is nothing to search for; nothing is refused.
 */
export function parseQuery(typed: string): SearchQuery | null {
  const alternatives: SearchQuery = [[]];
  const tokens = [...typed.matchAll(/(-?)"([^"]*)"?|(\S+)/gu)].slice(0, maxTerms);
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
  const isPrefix = isLast && !isExcluded && isWord(words) && words.length >= minPrefixLength;
  return { words, isExcluded, isPrefix };
}

const hasWords = (words: string) => /[\p{L}\p{N}]/u.test(words);

/**
 * Returns whether the words are letters and digits only, which PostgreSQL reads as one word, as
 * `search_beginning` needs.
 */
const isWord = (words: string) => /^[\p{L}\p{N}]+$/u.test(words);
