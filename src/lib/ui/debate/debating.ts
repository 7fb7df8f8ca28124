import type { DebateComment } from '#lib/domain/hearing/debate.ts';
import type { OwnWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import type { CommentKind } from '#lib/domain/hearing/enums.ts';
import type { RefusedForm } from '#lib/domain/refused-form.ts';

/** The form that is open on the page: at what, and what it does there. */
export type Writing =
  | { verb: 'comment'; blockId: string | null; words: string; near: number | null }
  | { verb: 'reply' | 'edit' | 'withdraw' | 'wish'; commentId: string; quotes?: { words: string } };

/** One's own comment as it was typed, to be reworded. */
export type OwnWords = {
  id: string;
  kind: CommentKind | null;
  markdown: string;
  wording: string | null;
  /** What the form for rewording it is made from. */
  made: { revision: number; base: string };
};

/** What every part of the debate is shown with. */
export type Debating = {
  /** The address of the page in this view, with what is asked for beside. */
  link(asked: Record<string, string>, hash: string): string;
  /** The address of a form's action in this view. */
  action(name: string): string;
  /** Somebody is logged in. */
  isMember: boolean;
  /** Comments on the version shown, and likes of its paragraphs, are taken at this moment. */
  isOpen: boolean;
  /** The ids of the hearing and the call in which what was said can still be answered and changed. */
  openIn: readonly string[];
  /** The ids of those of which the author of a comment can wish that it be withdrawn. */
  wishableIn: readonly string[];
  /** The viewer's last wish for each comment that they wished to have withdrawn. */
  wishes: ReadonlyMap<string, OwnWish>;
  base: string;
  now: Date;
  locale: string;
  versionNumber: number;
  /** The newest version is shown. */
  isNewest: boolean;
  /** The viewer is of the working group. */
  worksOn: boolean;
  writing: Writing | null;
  /** The place or the comment that the address asks for. */
  asked: string | null;
  returned: RefusedForm | null;
  own: OwnWords | null;
  /** What a reply that quotes begins with. */
  quoted: string | null;
  formKey: string;
  /** "afsnit 4", for a block of the version shown. */
  nameOf(blockId: string): string;
};

/** Whether what is said can still be answered and liked: by its own round, whichever is open now. */
export const takesVoices = ({ openIn }: Debating, { periodId }: { periodId: string }) =>
  openIn.includes(periodId);

/** Whether what is said may still be taken back or changed by its author. */
export const mayChange = (debating: Debating, said: DebateComment) =>
  takesVoices(debating, said) && said.isOwn && !said.isWithdrawn && said.hiddenBecause === null;

/** Whether the author of what is said can still have it withdrawn by the working group. */
export const isWishable = ({ wishableIn }: Debating, said: DebateComment) =>
  wishableIn.includes(said.periodId) && said.isOwn && !said.isWithdrawn;

/** Whether its author is offered to wish so: not while the last wish waits. */
export const mayWish = (debating: Debating, said: DebateComment) =>
  isWishable(debating, said) &&
  said.hiddenBecause === null &&
  debating.wishes.get(said.id)?.outcome !== null;

/**
 * Whether the viewer is led to say where the passage stands: on the newest version, where anything
 * may have happened to it.
 */
export function maySetPassage(
  { isNewest, worksOn }: Debating,
  { fate, quote, isOwn }: DebateComment
) {
  if (!isNewest || !(isOwn || worksOn) || fate === null || quote === null) return false;
  return fate.fate !== 'unchanged' || quote.status !== 'found' || quote.correction !== null;
}

/** The comment's own address on its page, in this view. */
export const permanent = ({ link }: Debating, commentId: string) =>
  link({ comment: commentId }, `kommentar-${commentId}`);
