import type { BlockKind } from '../document/block.ts';
import type { FateName } from '../document/identity/history.ts';
import type { ChangeRelation, CommentKind, Disposition, Voice } from './words.ts';
import type { Piece } from '../document/comparison/excerpt.ts';

/** The passage that a comment is about, and whether it is found in the text one reads. */
export type SaidQuote = {
  /** The words as they were marked. */
  exact: string;
  /** Two are a person's word alone: the whole paragraph is meant, or the passage is gone. */
  status: 'found' | 'ambiguous' | 'lost' | 'paragraph' | 'gone';
  /** Where it stands in the version shown; when ambiguous, the likeliest place. */
  at: { blockId: string; start: number; end: number } | null;
  /** The last word of a person on where it stands, in the version it was said of. */
  correction: { by: string; at: Date; versionNumber: number; words: string | null } | null;
};

/** What happened to the paragraph since the comment was written about it. */
export type SaidFate = {
  fate: FateName;
  /** The blocks where it is now. */
  at: string[];
  versionNumber: number;
  blockNumber: number | null;
  /** Its text as it was, where it is gone. */
  oldText: string | null;
};

/** A comment or a reply, as the debate shows it. */
export type Said = {
  id: string;
  /** The id of the hearing or the call that it was said in. */
  saidIn: string;
  parentId: string | null;
  depth: number;
  name: string;
  /** Who wrote it for the region that it speaks for. */
  writtenBy: string | null;
  /** The member's region. */
  from: string | null;
  voice: Voice;
  kind: CommentKind | null;
  at: Date;
  isEdited: boolean;
  /** Null where the words are hidden or withdrawn. */
  html: string | null;
  /** The quoted tail of an e-mail. */
  tail: string;
  quote: SaidQuote | null;
  /** A suggestion for wording, as a change of the passage or the paragraph. */
  wording: Piece[] | null;
  isOwn: boolean;
  isWithdrawn: boolean;
  hiddenBecause: string | null;
  likes: number;
  liked: boolean;
  answer: { disposition: Disposition; html: string; referredTo: string | null } | null;
  fate: SaidFate | null;
};

export type Thread = {
  first: Said;
  /** In reading order: each after the one it answers. */
  replies: Said[];
  repliesInAll: number;
};

/** One change of a region's posted rewrite, as it stands beside its paragraph. */
export type BlockChange = {
  id: string;
  /** The id of the hearing that it was posted in. */
  saidIn: string;
  rewriteId: string;
  relation: ChangeRelation;
  regionName: string;
  /** The meeting behind it: its day as `2026-03-14`. */
  heldOn: string;
  place: string;
  attendance: number;
  postedBy: string;
  wording: Piece[];
  reason: string;
  likes: number;
  liked: boolean;
  answer: Said['answer'];
};

/** What is said at one place: the threads shown, and how many there are. */
export type Talk = { threads: number; comments: number; shown: Thread[] };

/** A block of the version one reads, with what is said of it. */
export type ReadBlock = {
  blockId: string;
  /** From 0, headings included. */
  position: number;
  number: number | null;
  /** A footnote's own address on the page, which references lead to. */
  alias: string | null;
  kind: BlockKind;
  level: number;
  marker: string;
  text: string;
  html: string;
  likes: number;
  liked: boolean;
  talk: Talk;
  changes: BlockChange[];
};
