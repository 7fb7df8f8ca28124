import { and, eq, sql } from 'drizzle-orm';
import type { Likeable } from '#lib/domain/hearing/like.ts';
import { refuseUnlessOwnRoundOpen } from '#lib/domain/hearing/own-round.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import { findOwnRound, lockForDebate, openPlace } from '../../access/debate.ts';
import { type DocumentId, documentOfComment } from '../../access/documents.ts';
import { change, comment, like, rewrite } from '../../database/tables/index.ts';

/** Likes the thing, once however often it is said, while its own hearing or call is open. */
export async function giveLike(context: Context, thing: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = await lockForLiking(inside, thing);
    await database
      .insert(like)
      .values({ ...thing, memberId: viewer.id, at: now })
      .onConflictDoNothing();
  });
}

/** Takes one's like back while it could be given. */
export async function takeLikeBack(context: Context, thing: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer } = await lockForLiking(inside, thing);
    await database.delete(like).where(and(eq(like.memberId, viewer.id), likeOf(thing)));
  });
}

async function lockForLiking(context: Context, thing: Likeable) {
  const held = await lockForDebate(context, documentOf(thing));
  if ('blockId' in thing) openPlace(held, context.now);
  else refuseUnlessOwnRoundOpen(held, await findRoundOf(context, thing), context.now);
  return asMember(context);
}

/** The round that a comment or a change was said in. Refuses with notFound what was taken back. */
async function findRoundOf(context: Context, thing: Exclude<Likeable, { blockId: string }>) {
  const { database } = context;
  const [found] =
    'commentId' in thing
      ? await database
          .select({
            hearingId: comment.hearingId,
            callId: comment.callId,
            withdrawnAt: comment.withdrawnAt
          })
          .from(comment)
          .where(eq(comment.id, thing.commentId))
      : await database
          .select({
            hearingId: rewrite.hearingId,
            callId: sql<null>`null`,
            withdrawnAt: rewrite.withdrawnAt
          })
          .from(change)
          .innerJoin(rewrite, eq(rewrite.id, change.rewriteId))
          .where(eq(change.id, thing.changeId));
  if (!found || found.withdrawnAt) throw new Refusal('notFound');
  return findOwnRound(context, found);
}

/** The document that the thing is of. */
function documentOf(thing: Likeable): DocumentId {
  if ('commentId' in thing) return documentOfComment(thing.commentId);
  if ('blockId' in thing)
    return sql<string>`(select b.document_id from block b where b.id = ${thing.blockId})`;
  return sql<string>`(select h.document_id from change c join rewrite w on w.id = c.rewrite_id
    join hearing h on h.id = w.hearing_id where c.id = ${thing.changeId})`;
}

const likeOf = (thing: Likeable) =>
  'commentId' in thing
    ? eq(like.commentId, thing.commentId)
    : 'blockId' in thing
      ? eq(like.blockId, thing.blockId)
      : eq(like.changeId, thing.changeId);
