import { Refusal } from './refusal.ts';

/** Characters of the shortest password: as NIST SP 800-63B asks, length and no rules about signs. */
export const shortestPassword = 10;

/** Characters of the longest password: more than any sentence, and quick enough to hash. */
export const longestPassword = 1000;

/** The person whose password it is. */
export type Owner = { name: string; email: string };

/**
 * Throws a Refusal if a password is too short or too long, is the name of its owner or of the forum
 * (`passwordOwn`), or is one that is guessed first (`passwordCommon`). `isCommon` tells of words in
 * small letters whether they are among the most common passwords.
 */
export function refuseWeakPassword(
  password: string,
  owner: Owner,
  isCommon: (words: string) => boolean
) {
  if (password.length < shortestPassword)
    throw new Refusal('passwordTooShort', { least: shortestPassword });
  if (password.length > longestPassword)
    throw new Refusal('textTooLong', { limit: longestPassword });
  const words = password.normalize('NFC').toLowerCase();
  const own = ownWords(owner);
  for (const core of coresOf(words)) {
    if (own.has(core) || own.has(core.replace(/[\s._@-]/g, ''))) throw new Refusal('passwordOwn');
    if (isCommon(core) || isRepeatedSign(core)) throw new Refusal('passwordCommon');
  }
}

/** Returns the words, and the words without the signs put around them, as in "Password123!". */
const coresOf = (words: string): string[] => [
  words,
  words.replace(/^[^\p{L}]{0,4}|[^\p{L}]{0,4}$/gu, '')
];

/** Whether the words have no more than two different signs, as "aaaaaaaaaa" and "1010101010". */
const isRepeatedSign = (words: string) => new Set(words).size <= 2;

/** Returns the words that only a password of this owner may not be, in small letters. */
function ownWords({ name, email }: Owner): Set<string> {
  const [account = '', domain = ''] = email.toLowerCase().split('@');
  const whole = [...new Set(['lydhør', 'lydhoer', name.toLowerCase(), email.toLowerCase()])];
  const words = [...whole, account, domain, ...name.toLowerCase().split(/\s+/)];
  return new Set(words.flatMap((word) => [word, word.replace(/[\s._@-]/g, '')]).filter(Boolean));
}
