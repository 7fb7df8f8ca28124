import { Refusal } from '../refusal.ts';

/** A comment is read in a margin; what is longer is a letter or a rewrite. */
export const longestComment = 10_000;

/** Answers to answers are read as one thread; deeper than this, nobody follows on a phone. */
export const deepestReply = 3;

/** Refuses words that are none, or too many to be a comment. */
export function refuseUnlessComment(markdown: string) {
  if (!markdown.trim()) throw new Refusal('emptyText');
  if (markdown.length > longestComment) throw new Refusal('textTooLong', { limit: longestComment });
}
