import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Likeable } from '#lib/domain/hearing/debate.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import {
  block,
  change,
  comment,
  hearing,
  like,
  member,
  region,
  rewrite
} from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { isLikeOf } from '../../text/likes.ts';

/** The most names that are listed; nobody reads more. */
const maxNames = 500;

/**
 * Returns the members who like the comment, block or change that the query names. Throws
 * Refusal('notFound') if it names none, and as listLikers does.
 */
export async function readLikersPage(context: Context, documentId: string, query: URLSearchParams) {
  const likeable = findLikeable(query);
  if (!likeable) throw new Refusal('notFound');
  return listLikers(context, documentId, likeable);
}

function findLikeable(query: URLSearchParams): Likeable | null {
  const [commentId, blockId, changeId] = [
    query.get('comment'),
    query.get('block'),
    query.get('change')
  ];
  if (v.is(uuid, commentId)) return { commentId };
  if (v.is(uuid, blockId)) return { blockId };
  return v.is(uuid, changeId) ? { changeId } : null;
}

/**
 * Returns the members who like it, the first to like it first. Throws Refusal('notLoggedIn') for the
 * public, and Refusal('notFound') if it is not in the document.
 */
export async function listLikers(context: Context, documentId: string, likeable: Likeable) {
  const { database } = asMember(context);
  await refuseIfElsewhere(context, documentId, likeable);
  return database
    .select({ name: member.name, regionName: region.name, at: like.at })
    .from(like)
    .innerJoin(member, eq(member.id, like.memberId))
    .leftJoin(region, eq(region.id, member.regionId))
    .where(isLikeOf(likeable))
    .orderBy(asc(like.at))
    .limit(maxNames);
}

async function refuseIfElsewhere({ database }: Context, documentId: string, likeable: Likeable) {
  const here =
    'commentId' in likeable
      ? database.$count(
          comment,
          and(eq(comment.id, likeable.commentId), eq(comment.documentId, documentId))
        )
      : 'blockId' in likeable
        ? database.$count(
            block,
            and(eq(block.id, likeable.blockId), eq(block.documentId, documentId))
          )
        : countChanges(database, documentId, likeable.changeId);
  if ((await here) === 0) throw new Refusal('notFound');
}

async function countChanges(database: Context['database'], documentId: string, changeId: string) {
  const found = await database
    .select({ id: change.id })
    .from(change)
    .innerJoin(rewrite, eq(rewrite.id, change.rewriteId))
    .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .where(and(eq(change.id, changeId), eq(hearing.documentId, documentId)));
  return found.length;
}
