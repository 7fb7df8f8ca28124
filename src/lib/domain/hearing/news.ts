import type { Governed } from './permissions.ts';

/** A comment as others are told of it: that it is there, not what it says. */
export type NewComment = {
  id: string;
  /** The block it is on; null where it is on the whole. */
  blockId: string | null;
  authorId: string | null;
  at: Date;
};

/** What a document's page may have changed in since somebody began to read it. */
export type LiveState = {
  /** The document's activity when it was read. */
  revision: number;
  governed: Governed;
  /** The newest comments that stand, newest first. */
  comments: readonly NewComment[];
  /** How many like each thing: 'comment:…', 'block:…' or 'change:…'; none is not named. */
  likes: ReadonlyMap<string, number>;
};

/** What a reader's page is told. */
export type News = {
  revision: number;
  comments: { id: string; blockId: string | null }[];
  likes: Record<string, number>;
};

/**
 * What is new to a reader who was told the earlier state: comments by others, and the likes that
 * are no longer as many, none left included. Null where nothing is.
 */
export function newsBetween(
  earlier: LiveState,
  later: LiveState,
  readerId: string | null
): News | null {
  const known = new Set(earlier.comments.map(({ id }) => id));
  const oldest = earlier.comments.at(-1)?.at ?? new Date(0);
  const comments = later.comments.filter(({ id, at }) => !known.has(id) && at >= oldest);
  return newsOf(later.revision, comments, likesChanged(earlier.likes, later.likes), readerId);
}

/** What may be new to a reader whose page is from before `since`: a comment or two may be known. */
export function newsSince(since: Date, later: LiveState, readerId: string | null): News | null {
  const comments = later.comments.filter(({ at }) => at >= since);
  return newsOf(later.revision, comments, Object.fromEntries(later.likes), readerId);
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

function likesChanged(earlier: LiveState['likes'], later: LiveState['likes']) {
  const changed: Record<string, number> = {};
  for (const [thing, count] of later) if (earlier.get(thing) !== count) changed[thing] = count;
  for (const thing of earlier.keys()) if (!later.has(thing)) changed[thing] = 0;
  return changed;
}
