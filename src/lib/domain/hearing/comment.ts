import { refuseUnlessShown, showsWords } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import type { CommentKind } from './words.ts';

/** A comment is read in a margin; what is longer is a letter or a rewrite. */
export const longestComment = 10_000;

/** Refuses words that are none, or too many to be a comment. */
export function refuseUnlessComment(markdown: string) {
  if (markdown.length > longestComment) throw new Refusal('textTooLong', { limit: longestComment });
  refuseUnlessShown(markdown);
}

/**
 * What a comment suggests should stand instead: null but for a suggestion for wording, which is
 * refused where it says nothing, or what the text says already.
 */
export function wordingOf(
  kind: CommentKind | null,
  wording: string | null,
  present: string | null
): string | null {
  if (kind !== 'wording') return null;
  const words = wording?.trim() ?? '';
  if (words.length > longestComment) throw new Refusal('textTooLong', { limit: longestComment });
  if (!showsWords(words)) throw new Refusal('wordingMissing');
  if (words === present?.trim()) throw new Refusal('wordingUnchanged');
  return words;
}
