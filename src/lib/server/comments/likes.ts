import { and, eq } from 'drizzle-orm';
import { mayDebate } from '#lib/domain/hearing/permissions.ts';
import { refuseUnlessOpen } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import { block, change, comment, like, rewrite, hearing } from '../database/tables/index.ts';
import { findHearing, lockDocument } from '../documents/locking.ts';

/** What can be liked. */
export type Likeable = { commentId: string } | { blockId: string } | { changeId: string };

/** Likes the thing, once however often it is said, while the hearing is open. */
export async function giveLike(context: Context, thing: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = await lockForLiking(inside, thing);
    await database
      .insert(like)
      .values({ ...thing, memberId: viewer.id, at: now })
      .onConflictDoNothing();
  });
}

/** Takes one's like back. */
export async function takeLikeBack(context: Context, thing: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer } = await lockForLiking(inside, thing);
    await database.delete(like).where(and(eq(like.memberId, viewer.id), likeOf(thing)));
  });
}

async function lockForLiking(context: Context, thing: Likeable) {
  const member = asMember(context);
  const held = await lockDocument(context, await documentOf(context, thing));
  if (!mayDebate(member.viewer, held)) throw new Refusal('notAllowed');
  if (held.state !== 'callForInput')
    refuseUnlessOpen(await findHearing(context, held), context.now);
  return member;
}

async function documentOf({ database }: Context, thing: Likeable): Promise<string> {
  const [found] =
    'commentId' in thing
      ? await database
          .select({ id: comment.documentId })
          .from(comment)
          .where(eq(comment.id, thing.commentId))
      : 'blockId' in thing
        ? await database
            .select({ id: block.documentId })
            .from(block)
            .where(eq(block.id, thing.blockId))
        : await database
            .select({ id: hearing.documentId })
            .from(change)
            .innerJoin(rewrite, eq(rewrite.id, change.rewriteId))
            .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
            .where(eq(change.id, thing.changeId));
  if (!found) throw new Refusal('notFound');
  return found.id;
}

const likeOf = (thing: Likeable) =>
  'commentId' in thing
    ? eq(like.commentId, thing.commentId)
    : 'blockId' in thing
      ? eq(like.blockId, thing.blockId)
      : eq(like.changeId, thing.changeId);
