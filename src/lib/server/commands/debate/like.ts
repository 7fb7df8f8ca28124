import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Likeable } from '#lib/domain/hearing/debate.ts';
import { refuseUnlessInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { documentOfComment, type DocumentId } from '../../access/documents.ts';
import { lockForDebate } from '../../access/locks.ts';
import { findInputPeriod, findOpenPlace } from '../../access/rounds.ts';
import { change, comment, like, rewrite } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { isLikeOf } from '../../text/likes.ts';

/** What a like button names: `comment:…`, `block:…` or `change:…`; null for anything else. */
const likeable = v.pipe(
  v.string(),
  v.transform((given): Likeable | null => {
    const [kind, id = ''] = given.split(':');
    if (!v.is(uuid, id)) return null;
    if (kind === 'comment') return { commentId: id };
    if (kind === 'change') return { changeId: id };
    return kind === 'block' ? { blockId: id } : null;
  })
);

/** The button that adds a like, or the one that removes it. */
export const likeForm = v.object({ give: v.optional(likeable), take: v.optional(likeable) });

/** The button at a change, with its place among its rewrite's changes; `liked` removes the like. */
export const changeLikeForm = v.object({
  changeId: uuid,
  liked: v.picklist(['true', 'false']),
  at: v.pipe(v.string(), v.digits())
});

/**
 * Adds the current member's like to a comment, a block or a change, once however often it is sent.
 * Throws Refusal('hearingNotOpen') if the hearing or call that it belongs to is closed, and
 * Refusal('notFound') if it is withdrawn.
 */
export async function addLike(context: Context, target: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = await lockForLiking(inside, target);
    await database
      .insert(like)
      .values({ ...target, memberId: viewer.id, at: now })
      .onConflictDoNothing();
  });
}

/** Removes the current member's like. Throws as addLike does. */
export async function removeLike(context: Context, target: Likeable) {
  await inTransaction(context, async (inside) => {
    const { database, viewer } = await lockForLiking(inside, target);
    await database.delete(like).where(and(eq(like.memberId, viewer.id), isLikeOf(target)));
  });
}

async function lockForLiking(context: Context, target: Likeable) {
  const document = await lockForDebate(context, documentOf(target));
  if ('blockId' in target) findOpenPlace(document, context.now);
  else refuseUnlessInputPeriodOpen(document, await findRoundOf(context, target), context.now);
  return asMember(context);
}

/** Returns the document that it belongs to. */
function documentOf(target: Likeable): DocumentId {
  if ('commentId' in target) return documentOfComment(target.commentId);
  if ('blockId' in target)
    return sql<string>`(select b.document_id from block b where b.id = ${target.blockId})`;
  return sql<string>`(select h.document_id from change c join rewrite w on w.id = c.rewrite_id
    join hearing h on h.id = w.hearing_id where c.id = ${target.changeId})`;
}

/** Returns the round of a comment or a change. Throws Refusal('notFound') if it is withdrawn. */
async function findRoundOf(context: Context, target: Exclude<Likeable, { blockId: string }>) {
  const [found] =
    'commentId' in target
      ? await selectComment(context, target.commentId)
      : await selectChange(context, target.changeId);
  if (!found || found.withdrawnAt) throw new Refusal('notFound');
  return findInputPeriod(context, found);
}

const selectComment = ({ database }: Context, commentId: string) =>
  database
    .select({
      hearingId: comment.hearingId,
      callId: comment.callId,
      withdrawnAt: comment.withdrawnAt
    })
    .from(comment)
    .where(eq(comment.id, commentId));

const selectChange = ({ database }: Context, changeId: string) =>
  database
    .select({
      hearingId: rewrite.hearingId,
      callId: sql<null>`null`,
      withdrawnAt: rewrite.withdrawnAt
    })
    .from(change)
    .innerJoin(rewrite, eq(rewrite.id, change.rewriteId))
    .where(eq(change.id, changeId));
