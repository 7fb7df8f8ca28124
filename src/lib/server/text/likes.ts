import { eq, type SQL } from 'drizzle-orm';
import type { Likeable } from '#lib/domain/hearing/debate.ts';
import { like } from '../database/tables/index.ts';

/** The condition that a row of `like` is a like of this thing. */
export function isLikeOf(thing: Likeable): SQL {
  if ('commentId' in thing) return eq(like.commentId, thing.commentId);
  if ('blockId' in thing) return eq(like.blockId, thing.blockId);
  return eq(like.changeId, thing.changeId);
}
