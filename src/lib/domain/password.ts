import { Refusal } from './refusal.ts';

/** What NIST SP 800-63B asks of a password that a person chooses: length, no rules about signs. */
export const shortestPassword = 10;

/** Longer than any sentence, and short enough to be hashed in time. */
export const longestPassword = 1000;

/** Whose password it is to be. */
export type Owner = { name: string; email: string };

/**
 * Refuses a password that is too short, too long, among those that are tried first
 * (`isCommon` tells, of words in small letters), or the owner's or the forum's own name.
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
    if (isCommon(core) || isOneSign(core)) throw new Refusal('passwordCommon');
  }
}

/** The words themselves, and without what is put around them to make them longer: "Password123!". */
const coresOf = (words: string): string[] => [
  words,
  words.replace(/^[^\p{L}]{0,4}|[^\p{L}]{0,4}$/gu, '')
];

/** "aaaaaaaaaa", "1010101010": nothing but one or two signs, or no sign at all. */
const isOneSign = (words: string) => new Set(words).size <= 2;

function ownWords({ name, email }: Owner): Set<string> {
  const [account = '', domain = ''] = email.toLowerCase().split('@');
  const whole = [...new Set(['lydhør', 'lydhoer', name.toLowerCase(), email.toLowerCase()])];
  const words = [...whole, account, domain, ...name.toLowerCase().split(/\s+/)];
  return new Set(words.flatMap((word) => [word, word.replace(/[\s._@-]/g, '')]).filter(Boolean));
}
