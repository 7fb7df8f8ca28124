import { readsAlike, refuseUnlessShown, showsWords } from '../document/visible.ts';
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
 * Throws Refusal('onlyWordsUnexpected') if a suggestion for wording names its passage by hand: the
 * wording would replace the marked passage or the whole block.
 */
export function refuseTypedPassage(
  kind: CommentKind | null,
  passage: { isTyped?: boolean } | null
) {
  if (kind === 'wording' && passage?.isTyped) throw new Refusal('onlyWordsUnexpected');
}

/**
 * What a comment suggests should stand instead: null but for a suggestion for wording, which is
 * refused where it says nothing, or what the text says already. Another kind of comment is refused
 * with a wording of the writer's own; `begunWith` are the words that the field held before they
 * wrote, which are none.
 */
export function wordingOf(
  kind: CommentKind | null,
  wording: string | null,
  present: string | null,
  begunWith: readonly (string | null)[] = [present]
): string | null {
  const words = wording?.trim() ?? '';
  if (kind !== 'wording') {
    const isOwn = showsWords(words) && !begunWith.some((each) => each && readsAlike(each, words));
    if (isOwn) throw new Refusal('wordingUnexpected');
    return null;
  }
  if (words.length > longestComment) throw new Refusal('textTooLong', { limit: longestComment });
  if (!showsWords(words)) throw new Refusal('wordingMissing');
  if (words === present?.trim()) throw new Refusal('wordingUnchanged');
  return words;
}
