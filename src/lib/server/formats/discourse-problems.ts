/**
 * What an import could not take as it stood. `detail` is the thing itself: a number, a name, an
 * address.
 * - postsNotIncluded: the file holds only the beginning; detail is how many posts are missing
 * - postUnreadable, postDuplicate, postEmpty: left out; detail is the part that is wrong, the
 *   number that was there already, or nothing
 * - postDeleted, postHidden, postWhispered, postOfSystem: left out, as no reader is to see them
 * - authorUnknown: the account is gone and the post has no name
 * - replyToMissing: answers a post that is not there or does not stand before it; stands by itself
 * - imageNotIncluded, attachmentNotIncluded, relativeLink: the address works in the old forum only
 * - emojiUnknown, quoteUnclosed, markupUnread: stands in the text as it was typed
 */
export type DiscourseProblemName =
  | 'postsNotIncluded'
  | 'postUnreadable'
  | 'postDuplicate'
  | 'postEmpty'
  | 'postDeleted'
  | 'postHidden'
  | 'postWhispered'
  | 'postOfSystem'
  | 'authorUnknown'
  | 'replyToMissing'
  | 'imageNotIncluded'
  | 'attachmentNotIncluded'
  | 'relativeLink'
  | 'emojiUnknown'
  | 'quoteUnclosed'
  | 'markupUnread';

/** A problem before it is known which post it belongs to. */
export interface Finding {
  readonly problem: DiscourseProblemName;
  readonly detail: string;
}

/** A problem of a post, or of the whole topic where `postNumber` is null. */
export interface DiscourseProblem extends Finding {
  readonly postNumber: number | null;
}
