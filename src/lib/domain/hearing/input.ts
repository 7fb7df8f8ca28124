import type { BlockKind } from '../document/block.ts';
import type { ChangeRelation, CommentKind, Disposition, InputKind, Voice } from './words.ts';

/** Where a person has said that a passage stands: words of a block, the whole of it, or nowhere. */
export type SetPassage = {
  versionNumber: number;
  /** Null where the passage is gone. */
  blockId: string | null;
  /** Null where the whole block is meant. */
  words: string | null;
  by: string;
};

/** Anything that must be answered, in one shape: a comment, a change, a remark or a letter. */
export type InputReading = {
  id: string;
  /** What people call it: from 1 within its document. */
  number: number;
  round: number;
  kind: InputKind;
  /** Entered after the hearing closed. */
  late: boolean;
  at: Date;
  author: Author;
  /** The region that speaks, or the one its author is a member of. */
  region: { id: string; name: string } | null;
  /** The meeting behind a change or a remark, and behind a comment that is marked as a meeting's. */
  meeting: { id: string; heldOn: string; place: string; attendance: number } | null;
  /** Where in the text it hangs; null for the whole. */
  place: Place | null;
  commentId: string | null;
  commentKind: CommentKind | null;
  /** The passage that is meant. */
  quote: string | null;
  /** A person's last word on where the passage stands in a later version. */
  passage: SetPassage | null;
  /** What should stand in place of the passage, or of the whole block. */
  wording: string | null;
  change: Change | null;
  /** Its words, rendered safe; of a change, its reason. Empty where they are hidden. */
  html: string;
  /** The same as they were written. */
  markdown: string;
  /** Why an administrator has hidden the words; null where they stand. */
  hidden: string | null;
  likes: number;
  replies: number;
  /** What became of it; null until the answers are published, save to the working group. */
  answer: AnswerReading | null;
};

export type Author = {
  /** The member, the region whose meeting spoke, or the sender of a letter. */
  name: string;
  memberId: string | null;
  voice: Voice;
  /** Who wrote it down here for a meeting or a sender. */
  enteredBy: string | null;
};

export type Place = {
  blockId: string;
  versionNumber: number;
  /** "Afsnit 12"; null for a heading. */
  number: number | null;
  text: string;
};

export type Change = {
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

export type AnswerReading = {
  disposition: Disposition | null;
  html: string;
  markdown: string;
  theme: { id: string; title: string } | null;
  /** The number of the input that it repeats. */
  duplicateOf: number | null;
  referredTo: string;
  revision: number;
};

/** Which inputs are asked for. */
export type InputFilter = {
  round?: number;
  kind?: InputKind;
  disposition?: Disposition;
  regionId?: string;
  /** `none` for those that are under no theme. */
  themeId?: string;
  blockId?: string;
  number?: number;
  /** `missing` a disposition, or with one and `withoutReason`. */
  lacking?: 'missing' | 'withoutReason';
  /** Those of which an author waits to have it, or a reply below it, withdrawn. */
  wished?: 'yes';
};
