import type { BlockKind } from '../document/block.ts';
import type { ChangeRelation, CommentKind, Disposition, InputKind, Voice } from './enums.ts';

/** Where a person has said that a passage is in a later version. */
export type CorrectedPassage = {
  versionNumber: number;
  /** Null if the passage is gone. */
  blockId: string | null;
  /** Null if the whole block is meant. */
  words: string | null;
  by: string;
};

/** What must be answered, in one shape: a comment, a change, a remark or a letter. */
export type Input = {
  id: string;
  /** Its number in its document, from 1. */
  number: number;
  round: number;
  kind: InputKind;
  /** Whether it was entered after the hearing had closed. */
  late: boolean;
  at: Date;
  author: InputAuthor;
  /** The region that it speaks for, or that its author is a member of. */
  region: { id: string; name: string } | null;
  /** The meeting that a change or a remark comes from, or that a comment speaks for. */
  meeting: { id: string; heldOn: string; place: string; attendance: number } | null;
  /** The block that it is about; null if it is about the whole document. */
  place: InputPlace | null;
  commentId: string | null;
  commentKind: CommentKind | null;
  /** The words of the passage that a comment is about. */
  quote: string | null;
  /** The latest correction of the passage. */
  passage: CorrectedPassage | null;
  /** The text proposed in place of the passage or of the whole block. */
  wording: string | null;
  change: InputChange | null;
  /** Its words, rendered and sanitized; a change's reason. Empty if they are hidden. */
  html: string;
  /** The same words as Markdown. */
  markdown: string;
  /** What a mail program wrote below them: the quoted mail, a signature; '' if there is none. */
  tail: string;
  /** The reason why an administrator has hidden the words, or null. */
  hidden: string | null;
  likes: number;
  replies: number;
  /**
   * Null if there is none, or if the answers are not published and the viewer is not in the working
   * group.
   */
  answer: Answer | null;
};

export type InputAuthor = {
  /** The name of the member, the region or the sender of a letter. */
  name: string;
  memberId: string | null;
  voice: Voice;
  /** Who entered it for a meeting or a sender; null for a member's own words. */
  enteredBy: string | null;
};

export type InputPlace = {
  blockId: string;
  versionNumber: number;
  /** The number of the paragraph; null for a heading. */
  number: number | null;
  text: string;
};

export type InputChange = {
  rewriteId: string;
  relation: ChangeRelation;
  before: ChangedBlock[];
  after: ChangedBlock[];
};

export type ChangedBlock = {
  kind: BlockKind;
  level: number;
  marker: string;
  text: string;
  html: string;
};

export type Answer = {
  disposition: Disposition | null;
  html: string;
  markdown: string;
  theme: { id: string; title: string } | null;
  /** The number of the input that it duplicates. */
  duplicateOf: number | null;
  referredTo: string;
  revision: number;
};

/** The criteria that inputs are listed by; all that are given must hold. */
export type InputFilter = {
  round?: number;
  kind?: InputKind;
  disposition?: Disposition;
  regionId?: string;
  /** The id of a theme, or `none` for inputs without a theme. */
  themeId?: string;
  blockId?: string;
  number?: number;
  /**
   * `missing`: without a disposition. `withoutReason`: with a disposition but without the reason it
   * needs.
   */
  lacking?: 'missing' | 'withoutReason';
  /** Only comments for which, or for a reply to which, a withdrawal wish is pending. */
  wished?: 'yes';
};
