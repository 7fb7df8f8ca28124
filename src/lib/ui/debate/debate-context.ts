import type { DebateComment } from '#lib/domain/hearing/debate.ts';
import type { OwnWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import type { CommentKind } from '#lib/domain/hearing/enums.ts';
import type { RefusedForm } from '#lib/domain/refused-form.ts';

/** The form that is open on the page: its verb, and the block or the comment that it is about. */
export type OpenForm =
  | { verb: 'comment'; blockId: string | null; words: string; near: number | null }
  | { verb: 'reply' | 'edit' | 'withdraw' | 'wish'; commentId: string; quotes?: { words: string } };

/** The viewer's own comment as it was typed, for the form that edits it. */
export type OwnComment = {
  id: string;
  kind: CommentKind | null;
  markdown: string;
  wording: string | null;
  /** What the form is made from: the revision, and a digest of the fields. */
  made: { revision: number; base: string };
};

/** What every component of the debate is given: the viewer, the page's address and what is open. */
export type DebateContext = {
  /** Returns the address of the page in this view with the parameters `asked` and the fragment `hash`. */
  link(asked: Record<string, string>, hash: string): string;
  /** Returns the address of a form's action in this view. */
  action(name: string): string;
  /** Whether the viewer is logged in. */
  isMember: boolean;
  /** Whether the version shown can be commented on and its paragraphs liked. */
  isOpen: boolean;
  /** The ids of the input periods whose comments can be replied to and edited. */
  openPeriodIds: readonly string[];
  /** The ids of the input periods whose comments the author can ask to have withdrawn. */
  wishablePeriodIds: readonly string[];
  /** The viewer's latest withdrawal wish for each of their comments that has one. */
  wishes: ReadonlyMap<string, OwnWish>;
  base: string;
  now: Date;
  locale: string;
  versionNumber: number;
  /** Whether the newest version is shown. */
  isNewest: boolean;
  /** Whether the viewer is in the working group. */
  isInWorkingGroup: boolean;
  openForm: OpenForm | null;
  /** The place or the id of the comment that the address asks for. */
  asked: string | null;
  refused: RefusedForm | null;
  own: OwnComment | null;
  /** The quotation that the open reply begins with. */
  quoted: string | null;
  formKey: string;
  /** Returns the name of a block of the version shown: "afsnit 4". */
  nameOf(blockId: string): string;
};

/** Whether the input period of a comment or a change is open, so that one can reply and like. */
export const isPeriodOpen = (
  { openPeriodIds }: DebateContext,
  { periodId }: { periodId: string }
) => openPeriodIds.includes(periodId);

/** Whether the viewer may edit and withdraw the comment. */
export const mayChange = (debate: DebateContext, comment: DebateComment) =>
  isPeriodOpen(debate, comment) &&
  comment.isOwn &&
  !comment.isWithdrawn &&
  comment.hiddenBecause === null;

/** Whether the working group can withdraw the viewer's own comment if the viewer asks for it. */
export const isWishable = ({ wishablePeriodIds }: DebateContext, comment: DebateComment) =>
  wishablePeriodIds.includes(comment.periodId) && comment.isOwn && !comment.isWithdrawn;

/** Whether the viewer is offered the form for a withdrawal wish: not while the last one waits. */
export const mayWish = (debate: DebateContext, comment: DebateComment) =>
  isWishable(debate, comment) &&
  comment.hiddenBecause === null &&
  debate.wishes.get(comment.id)?.outcome !== null;

/**
 * Whether the viewer is offered the form for a passage correction: on the newest version, unless the
 * block is unchanged and the passage was found without a correction.
 */
export function maySetPassage(
  { isNewest, isInWorkingGroup }: DebateContext,
  { fate, quote, isOwn }: DebateComment
) {
  if (!isNewest || !(isOwn || isInWorkingGroup) || fate === null || quote === null) return false;
  return fate.fate !== 'unchanged' || quote.status !== 'found' || quote.correction !== null;
}

/** Returns the permanent address of the comment, in this view. */
export const commentLink = ({ link }: DebateContext, commentId: string) =>
  link({ comment: commentId }, `kommentar-${commentId}`);
