import type { DocumentAccess } from './permissions.ts';

/** A new comment as open pages are told of it: without its words. */
export type NewComment = {
  id: string;
  /** The block it is on; null if it is on the whole document. */
  blockId: string | null;
  authorId: string | null;
  at: Date;
};

/** What a document's open pages are kept up to date with. */
export type LiveState = {
  /** The document's activity when the state was read. */
  revision: number;
  access: DocumentAccess;
  /** The newest comments that are neither hidden nor withdrawn, newest first. */
  comments: readonly NewComment[];
  /**
   * The number of likes by `comment:ID`, `block:ID` or `change:ID`; what nobody likes is left out.
   */
  likes: ReadonlyMap<string, number>;
};

/** What an open page is told. */
export type News = {
  revision: number;
  comments: { id: string; blockId: string | null }[];
  likes: Record<string, number>;
};

/**
 * Returns what is new to a reader who knows the state `from`: comments by others, and the changed
 * numbers of likes, 0 included. Returns null if nothing is new.
 */
export function newsBetween(from: LiveState, to: LiveState, readerId: string | null): News | null {
  const known = new Set(from.comments.map(({ id }) => id));
  const oldest = from.comments.at(-1)?.at ?? new Date(0);
  const comments = to.comments.filter(({ id, at }) => !known.has(id) && at >= oldest);
  return newsOf(to.revision, comments, findChangedLikes(from.likes, to.likes), readerId);
}

/**
 * Returns what may be new to a reader whose page was made at `since`: comments by others from then
 * on, and all numbers of likes. Returns null if there are none.
 */
export function newsSince(since: Date, state: LiveState, readerId: string | null): News | null {
  const comments = state.comments.filter(({ at }) => at >= since);
  return newsOf(state.revision, comments, Object.fromEntries(state.likes), readerId);
}

function newsOf(
  revision: number,
  comments: readonly NewComment[],
  likes: Record<string, number>,
  readerId: string | null
): News | null {
  const others = comments
    .filter(({ authorId }) => authorId === null || authorId !== readerId)
    .map(({ id, blockId }) => ({ id, blockId }));
  const isSilent = others.length === 0 && Object.keys(likes).length === 0;
  return isSilent ? null : { revision, comments: others, likes };
}

function findChangedLikes(from: LiveState['likes'], to: LiveState['likes']) {
  const changed: Record<string, number> = {};
  for (const [thing, count] of to) if (from.get(thing) !== count) changed[thing] = count;
  for (const thing of from.keys()) if (!to.has(thing)) changed[thing] = 0;
  return changed;
}
