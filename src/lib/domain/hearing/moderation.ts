/** A member's report of a comment to the administrators. `at` is an ISO string. */
export type CommentReport = { name: string; reason: string; at: string };

/** A comment as an administrator judges it. */
export type ModeratedComment = {
  id: string;
  slug: string;
  title: string;
  name: string;
  at: Date;
  isWithdrawn: boolean;
  /** Null if the words are hidden or withdrawn. */
  html: string | null;
  wording: string | null;
  blockNumber: number | null;
  /** The text of the block that the comment is on. */
  blockText: string | null;
  replyTo: string | null;
  replyToHtml: string | null;
  /** The reports that no administrator has answered. */
  reports: CommentReport[];
  /** The comments that quote this one and are neither hidden nor withdrawn. */
  quotedBy: readonly QuotingComment[];
  hidden: { reason: string; at: Date } | null;
  hiddenBy: string | null;
};

/** A comment that quotes another. `name` is its author's. */
export type QuotingComment = { readonly id: string; readonly name: string };
