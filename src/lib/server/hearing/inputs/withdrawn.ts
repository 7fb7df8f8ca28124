import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import {
  change,
  comment,
  commentVoice,
  input,
  meeting,
  member,
  region,
  rewrite,
  withdrawalWish
} from '../../database/tables/index.ts';
import type { DocumentRound } from './list.ts';

/**
 * Returns the refusal that says why the input with this number is not to be answered: `notFound` if
 * there never was one, `inputWithdrawn` or `changeWithdrawn` if it was withdrawn,
 * `inputWithdrawnOnWish` if the working group withdrew it on its author's wish, and `inputIsOwn` if
 * it is the working group's own.
 */
export async function explainMissing(
  context: Context,
  document: DocumentRound,
  number: number
): Promise<Refusal> {
  const found = await findWithdrawn(context, document, number);
  if (!found) return new Refusal('notFound');
  const { rewritten, withdrawn, marked, granter } = found;
  if (rewritten) return new Refusal('changeWithdrawn', { number, ...rewritten });
  if (withdrawn.at === null && marked) return new Refusal('inputIsOwn', { number, ...marked });
  const facts = { number, name: withdrawn.name ?? '', at: withdrawn.at! };
  return granter
    ? new Refusal('inputWithdrawnOnWish', { ...facts, by: granter })
    : new Refusal('inputWithdrawn', facts);
}

async function findWithdrawn({ database }: Context, { id }: DocumentRound, number: number) {
  const [withdrawer, marker] = [alias(member, 'withdrawer'), alias(member, 'marker')];
  const granter = alias(member, 'granter');
  const [found] = await database
    .select({
      region: region.name,
      withdrawer: withdrawer.name,
      rewriteAt: rewrite.withdrawnAt,
      withdrawn: { name: comment.authorName, at: comment.withdrawnAt },
      marker: marker.name,
      markedAt: commentVoice.markedAt,
      granter: granter.name
    })
    .from(input)
    .leftJoin(comment, eq(comment.id, input.commentId))
    .leftJoin(commentVoice, eq(commentVoice.commentId, comment.id))
    .leftJoin(marker, eq(marker.id, commentVoice.markedBy))
    .leftJoin(
      withdrawalWish,
      and(eq(withdrawalWish.commentId, comment.id), eq(withdrawalWish.outcome, 'granted'))
    )
    .leftJoin(granter, eq(granter.id, withdrawalWish.settledBy))
    .leftJoin(change, eq(change.id, input.changeId))
    .leftJoin(rewrite, eq(rewrite.id, change.rewriteId))
    .leftJoin(withdrawer, eq(withdrawer.id, rewrite.withdrawnBy))
    .leftJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .leftJoin(region, eq(region.id, meeting.regionId))
    .where(and(eq(input.documentId, id), eq(input.number, number)));
  if (!found) return null;
  const { rewriteAt, markedAt } = found;
  return {
    rewritten: rewriteAt && { region: found.region!, name: found.withdrawer!, at: rewriteAt },
    withdrawn: found.withdrawn ?? { name: null, at: null },
    marked: markedAt && { name: found.marker!, at: markedAt },
    granter: found.granter
  };
}
