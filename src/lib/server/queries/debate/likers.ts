import { and, asc, eq, type SQL } from 'drizzle-orm';
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
import type { Likeable } from '#lib/domain/hearing/like.ts';

/** The most names that are read; of so many likes nobody reads each. */
const mostNames = 500;

/** Who likes the thing, first to last: names that members may see. Refuses a public reader. */
export async function listLikers(context: Context, documentId: string, thing: Likeable) {
  const { database } = asMember(context);
  await refuseElsewhere(context, documentId, thing);
  return database
    .select({ name: member.name, regionName: region.name, at: like.at })
    .from(like)
    .innerJoin(member, eq(member.id, like.memberId))
    .leftJoin(region, eq(region.id, member.regionId))
    .where(likeOf(thing))
    .orderBy(asc(like.at))
    .limit(mostNames);
}

function likeOf(thing: Likeable): SQL {
  if ('commentId' in thing) return eq(like.commentId, thing.commentId);
  if ('blockId' in thing) return eq(like.blockId, thing.blockId);
  return eq(like.changeId, thing.changeId);
}

/** What is liked must be of the document that the viewer may read. */
async function refuseElsewhere({ database }: Context, documentId: string, thing: Likeable) {
  const here =
    'commentId' in thing
      ? database.$count(
          comment,
          and(eq(comment.id, thing.commentId), eq(comment.documentId, documentId))
        )
      : 'blockId' in thing
        ? database.$count(block, and(eq(block.id, thing.blockId), eq(block.documentId, documentId)))
        : countChanges(database, documentId, thing.changeId);
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
