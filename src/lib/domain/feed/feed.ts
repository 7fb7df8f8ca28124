import type { DocumentState, Outcome } from '../hearing/words.ts';

/** Something that happened to a document, as a feed tells it. */
export type FeedEvent = {
  /** The row's own identity, which never changes. */
  id: string;
  slug: string;
  /** The document's. */
  title: string;
  /** Who did it; null where it was the deadline. */
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

/** What a feed holds, the newest first. */
export type Feed = {
  /** The document that it is about; null for the whole forum. */
  of: { id: string; slug: string; title: string; summary: string } | null;
  /** When it last changed: what was hidden or withdrawn since counts too. */
  updated: Date;
  events: FeedEvent[];
};
