/** A member's word to the administrators about a comment; the time as JSON has it. */
export type ReportReading = { name: string; reason: string; at: string };

/** A comment as an administrator judges it: what was said, where, and what was said of it. */
export type Moderated = {
  id: string;
  slug: string;
  title: string;
  name: string;
  at: Date;
  isWithdrawn: boolean;
  /** Null where the words are hidden or withdrawn. */
  html: string | null;
  wording: string | null;
  blockNumber: number | null;
  /** The text of its paragraph. */
  blockText: string | null;
  replyTo: string | null;
  replyToHtml: string | null;
  /** Those that wait for an answer. */
  reports: ReportReading[];
  /** Those who quote it in a comment that stands, each with that comment. */
  quotedBy: readonly Quoting[];
  hidden: { reason: string; at: Date } | null;
  hiddenBy: string | null;
};

/** A comment that quotes another, and who wrote it. */
export type Quoting = { readonly id: string; readonly name: string };
