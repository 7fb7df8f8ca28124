import type { BlockKind } from '../document/block.ts';
import type { FateName } from '../document/identity/history.ts';
import type { ChangeRelation, CommentKind, Disposition, Voice } from './enums.ts';
import type { Piece } from '../document/comparison/excerpt.ts';

/** The passage that a comment is about, and where it is in the version shown. */
export type CommentPassage = {
  /** The words that the author marked. */
  exact: string;
  /**
   * Only a person can set two of them: `paragraph`, the comment is about the whole block, and
   * `gone`.
   */
  status: 'found' | 'ambiguous' | 'lost' | 'paragraph' | 'gone';
  /** Where the passage is; the likeliest place if `ambiguous`, null if it is in no block. */
  at: { blockId: string; start: number; end: number } | null;
  /** The latest correction of the passage. `words` is null if it names no words. */
  correction: { by: string; at: Date; versionNumber: number; words: string | null } | null;
};

/**
 * What happened to the block of a comment between the version that the comment was written on and
 * the version shown.
 */
export type CommentedBlockFate = {
  fate: FateName;
  /** The ids of the blocks that it became; none if it was removed. */
  at: string[];
  /** The version that the comment was written on, and the block's number in it. */
  versionNumber: number;
  blockNumber: number | null;
  /** Its text in that version if it was removed, else null. */
  oldText: string | null;
};

/** A comment or a reply as the debate shows it. */
export type DebateComment = {
  id: string;
  /** The id of the hearing or the call for input that it was written in. */
  periodId: string;
  parentId: string | null;
  depth: number;
  name: string;
  /** The member who wrote it if it speaks for a region, else null. */
  writtenBy: string | null;
  /** The region that the author is a member of; null if it speaks for a region. */
  authorRegion: string | null;
  voice: Voice;
  kind: CommentKind | null;
  at: Date;
  isEdited: boolean;
  /** Null if the words are hidden or withdrawn. */
  html: string | null;
  /** The quoted part of an e-mail that it was imported from; empty if there is none. */
  tail: string;
  quote: CommentPassage | null;
  /** The proposed wording as a word diff from the passage or the block. */
  wording: Piece[] | null;
  isOwn: boolean;
  isWithdrawn: boolean;
  hiddenBecause: string | null;
  likes: number;
  liked: boolean;
  answer: { disposition: Disposition; html: string; referredTo: string | null } | null;
  fate: CommentedBlockFate | null;
};

export type Thread = {
  first: DebateComment;
  /** In reading order: each reply follows the comment it answers. */
  replies: DebateComment[];
  replyCount: number;
};

/** A change of a region's posted rewrite, as it is shown beside its block. */
export type RegionChange = {
  id: string;
  /** The id of the hearing that the rewrite was posted in. */
  periodId: string;
  rewriteId: string;
  relation: ChangeRelation;
  regionName: string;
  /** The day of the meeting, as `2026-03-14`. */
  heldOn: string;
  place: string;
  attendance: number;
  postedBy: string;
  wording: Piece[];
  reason: string;
  likes: number;
  liked: boolean;
  answer: DebateComment['answer'];
};

/** The threads shown at one place, and how many threads and comments there are in all. */
export type ThreadList = { threadCount: number; commentCount: number; shown: Thread[] };

/** A block of the version shown, with its comments and changes. */
export type DebateBlock = {
  blockId: string;
  /** Its index among all blocks of the version, from 0. */
  position: number;
  /** Its number among the paragraphs, from 1; null for a heading. */
  number: number | null;
  /** The id of a footnote that its references link to; null for other blocks. */
  alias: string | null;
  kind: BlockKind;
  level: number;
  marker: string;
  text: string;
  html: string;
  likes: number;
  liked: boolean;
  threadList: ThreadList;
  changes: RegionChange[];
};

/** What can be liked: a comment, a block or a change. */
export type Likeable = { commentId: string } | { blockId: string } | { changeId: string };
