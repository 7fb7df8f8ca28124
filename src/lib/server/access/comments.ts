import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { comment } from '../database/tables/index.ts';
import type { Context } from './context.ts';

/** Returns the comment. Throws Refusal('notFound') if it is withdrawn. */
export async function findComment({ database }: Context, commentId: string) {
  const [found] = await database
    .select()
    .from(comment)
    .where(and(eq(comment.id, commentId), isNull(comment.withdrawnAt)));
  if (!found) throw new Refusal('notFound');
  return found;
}
