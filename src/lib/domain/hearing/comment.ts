import { readsAlike, refuseUnlessShown, showsWords } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import type { CommentKind } from './enums.ts';

/**
 * Characters of the longest comment: about four printed pages. What is longer is a letter or a
 * rewrite.
 */
export const maxCommentLength = 10_000;

/**
 * Throws a Refusal if a comment's Markdown is too long (`textTooLong`) or shows no words
 * (`emptyText`).
 */
export function refuseUnlessComment(markdown: string) {
  if (markdown.length > maxCommentLength)
    throw new Refusal('textTooLong', { limit: maxCommentLength });
  refuseUnlessShown(markdown);
}

/**
 * Throws Refusal('onlyWordsUnexpected') if a proposed wording has its passage typed by hand: a
 * wording replaces a marked passage or the whole block.
 */
export function refuseTypedPassage(
  kind: CommentKind | null,
  passage: { isTyped?: boolean } | null
) {
  if (kind === 'wording' && passage?.isTyped) throw new Refusal('onlyWordsUnexpected');
}

/**
 * Returns the wording that a comment proposes, trimmed; null if its kind is not `wording`.
 * `present` is the text that it would replace, `initialValues` are the texts that the form's field
 * was filled with. Throws a Refusal if a proposed wording is too long (`textTooLong`), is empty
 * (`wordingMissing`) or is the present text (`wordingUnchanged`), and if a comment of another kind
 * has a wording that the field was not filled with (`wordingUnexpected`).
 */
export function checkWording(
  kind: CommentKind | null,
  text: string | null,
  present: string | null,
  initialValues: readonly (string | null)[] = [present]
): string | null {
  const words = text?.trim() ?? '';
  if (kind !== 'wording') {
    const isOwn =
      showsWords(words) && !initialValues.some((each) => each && readsAlike(each, words));
    if (isOwn) throw new Refusal('wordingUnexpected');
    return null;
  }
  if (words.length > maxCommentLength)
    throw new Refusal('textTooLong', { limit: maxCommentLength });
  if (!showsWords(words)) throw new Refusal('wordingMissing');
  if (words === present?.trim()) throw new Refusal('wordingUnchanged');
  return words;
}
