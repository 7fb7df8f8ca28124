import { Refusal } from './refusal.ts';

/**
 * Characters of the shortest password: as NIST SP 800-63B recommends, length is required and no
 * kinds of characters.
 */
export const minPasswordLength = 10;

/** Characters of the longest password: more than any sentence, and quick to hash. */
export const maxPasswordLength = 1000;

/** The person whose password it is. */
export type PasswordOwner = { name: string; email: string };

/**
 * Throws a Refusal if a password is too short or too long, is the name of its owner or of the forum
 * (`passwordOwn`), or is among the first to be guessed (`passwordCommon`). `isCommon` tells whether
 * a text in lower case is one of the most common passwords.
 */
export function refuseWeakPassword(
  password: string,
  owner: PasswordOwner,
  isCommon: (words: string) => boolean
) {
  if (password.length < minPasswordLength)
    throw new Refusal('passwordTooShort', { least: minPasswordLength });
  if (password.length > maxPasswordLength)
    throw new Refusal('textTooLong', { limit: maxPasswordLength });
  const words = password.normalize('NFC').toLowerCase();
  const own = listOwnWords(owner);
  for (const core of listCores(words)) {
    if (own.has(core) || own.has(core.replace(/[\s._@-]/g, ''))) throw new Refusal('passwordOwn');
    if (isCommon(core) || isRepeatedSign(core)) throw new Refusal('passwordCommon');
  }
}

/**
 * Returns the password, and the password without the digits and punctuation around it, as in
 * "Password123!".
 */
const listCores = (words: string): string[] => [
  words,
  words.replace(/^[^\p{L}]{0,4}|[^\p{L}]{0,4}$/gu, '')
];

/**
 * Returns whether a text has at most two different characters, as "aaaaaaaaaa" and "1010101010".
 */
const isRepeatedSign = (words: string) => new Set(words).size <= 2;

/** Returns the words, in lower case, that this owner's password must not be. */
function listOwnWords({ name, email }: PasswordOwner): Set<string> {
  const [account = '', domain = ''] = email.toLowerCase().split('@');
  const whole = [...new Set(['lydhør', 'lydhoer', name.toLowerCase(), email.toLowerCase()])];
  const words = [...whole, account, domain, ...name.toLowerCase().split(/\s+/)];
  return new Set(words.flatMap((word) => [word, word.replace(/[\s._@-]/g, '')]).filter(Boolean));
}
