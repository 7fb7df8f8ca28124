/** Words that must stand one after another; at the end of what is asked, the beginning of a word. */
export type Term = { words: string; isLeftOut: boolean; isBeginning: boolean };

/** What is asked for: one of the alternatives, with all of its terms. */
export type Asked = Term[][];

/** More words than anybody looks for; what follows them is let be. */
const mostTerms = 24;

/** Shorter, the beginning of a word is that of too many. */
const shortestBeginning = 2;

/**
 * What a person asks for, as `websearch_to_tsquery` reads it: "words in quotes" stand together,
 * `or` (and `eller`) gives a choice, `-word` leaves out. The last word may be only begun. Nothing
 * that can be typed is refused; null where there is nothing to look for.
 */
export function readAsked(typed: string): Asked | null {
  const alternatives: Asked = [[]];
  const tokens = [...typed.matchAll(/(-?)"([^"]*)"?|(\S+)/gu)].slice(0, mostTerms);
  for (const [place, [, minus, quoted, bare]] of tokens.entries()) {
    if (bare && /^(or|eller)$/iu.test(bare)) alternatives.push([]);
    else if (bare) alternatives.at(-1)!.push(bareTerm(bare, place === tokens.length - 1));
    else if (hasWords(quoted!))
      alternatives.at(-1)!.push({ words: quoted!, isLeftOut: minus === '-', isBeginning: false });
  }
  const asked = alternatives
    .map((terms) => terms.filter(({ words }) => hasWords(words)))
    .filter((terms) => terms.some(({ isLeftOut }) => !isLeftOut));
  return asked.length > 0 ? asked : null;
}

function bareTerm(token: string, isLast: boolean): Term {
  const isLeftOut = token.startsWith('-');
  const words = isLeftOut ? token.slice(1) : token;
  const isBeginning = isLast && !isLeftOut && isWord(words) && words.length >= shortestBeginning;
  return { words, isLeftOut, isBeginning };
}

const hasWords = (words: string) => /[\p{L}\p{N}]/u.test(words);

/** Letters and digits only: what PostgreSQL takes as one word, and `search_beginning` takes at all. */
const isWord = (words: string) => /^[\p{L}\p{N}]+$/u.test(words);
