import type { DocumentState, Outcome } from '../hearing/enums.ts';

/** Something that happened to a document, as an entry of a feed. */
export type FeedEvent = {
  /** The id of its row, which never changes. */
  id: string;
  slug: string;
  /** The title of the document. */
  title: string;
  /** The name of the person who did it; null if the deadline did. */
  by: string | null;
  at: Date;
  updated: Date;
} & (
  | { kind: 'step'; to: DocumentState; reason: string; adoptedVersion: number | null }
  | { kind: 'version'; number: number; note: string }
  | { kind: 'comment'; html: string; wording: string | null; replyTo: string | null }
  | { kind: 'rewrite'; region: string; place: string; heldOn: string; attendance: number }
  | { kind: 'decision'; outcome: Outcome; reasonHtml: string; adoptedVersion: number | null }
);

/** A feed, the newest event first. */
export type Feed = {
  /** Its document; null for the whole forum. */
  of: { id: string; slug: string; title: string; summary: string } | null;
  /** When it last changed; hiding or withdrawing something is a change too. */
  updated: Date;
  events: FeedEvent[];
};
