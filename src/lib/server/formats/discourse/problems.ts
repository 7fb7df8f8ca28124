/**
 * What an import could not take unchanged. `detail` is the number, name or address concerned.
 * - postsNotIncluded: the file has only the beginning; detail is how many posts are missing
 * - postUnreadable, postDuplicate, postEmpty: left out; detail is the invalid part, the id of the
 *   duplicate, or nothing
 * - postDeleted, postHidden, postWhispered, postOfSystem: left out, since readers must not see them
 * - authorUnknown: the account is gone and the post has no name
 * - replyToMissing: a reply to a post that is missing or not before it; imported as a first comment
 * - imageNotIncluded, attachmentNotIncluded, relativeLink: the address works in the old forum only
 * - emojiUnknown, quoteUnclosed, markupUnread: left in the text as typed
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

/** A problem of a post, or of the whole topic if `postNumber` is null. */
export interface DiscourseProblem extends Finding {
  readonly postNumber: number | null;
}
