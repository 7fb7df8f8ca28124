import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import { excerpt } from '#lib/domain/document/comparison/excerpt.ts';
import type { RegionChange } from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import {
  answer,
  change,
  input,
  meeting,
  member,
  publication,
  region,
  rewrite
} from '../../database/tables/index.ts';
import { publishedAnswerColumns } from './published-answer.ts';

type Version = { id: string; blocks: readonly { blockId: string; text: string }[] };

/**
 * Returns the changes of the version's posted rewrites by the id of the block that each is shown at,
 * in one query. A change before all blocks is shown at the first.
 */
export async function changesByBlock(
  context: Context,
  { id, blocks }: Version
): Promise<Map<string, RegionChange[]>> {
  const texts = new Map(blocks.map(({ blockId, text }) => [blockId, text]));
  const byBlock = new Map<string, RegionChange[]>();
  for (const row of await selectChanges(context, id)) {
    const { anchorBlockId, blockIds, newTexts, disposition, answerHtml, referredTo, ...rest } = row;
    const place = anchorBlockId ?? blocks[0]?.blockId;
    if (!place) continue;
    const oldTexts = blockIds.map((blockId) => texts.get(blockId) ?? '');
    const wording = excerpt(wordDiff(oldTexts, newTexts));
    const shown = disposition === null ? null : { disposition, html: answerHtml ?? '', referredTo };
    byBlock.set(place, [...(byBlock.get(place) ?? []), { ...rest, wording, answer: shown }]);
  }
  return byBlock;
}

function selectChanges({ database, viewer }: Context, versionId: string) {
  return database
    .select({ ...changeColumns, ...publishedAnswerColumns, liked: isLikedBy(viewer) })
    .from(change)
    .innerJoin(rewrite, eq(rewrite.id, change.rewriteId))
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .leftJoin(poster, eq(poster.id, rewrite.writtenBy))
    .leftJoin(input, eq(input.changeId, change.id))
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
    )
    .where(
      and(
        eq(rewrite.versionId, versionId),
        isNotNull(rewrite.postedAt),
        isNull(rewrite.withdrawnAt)
      )
    )
    .orderBy(asc(rewrite.postedAt), asc(change.position));
}

const poster = alias(member, 'poster');

const changeColumns = {
  id: change.id,
  periodId: rewrite.hearingId,
  rewriteId: rewrite.id,
  relation: change.relation,
  blockIds: change.blockIds,
  anchorBlockId: change.anchorBlockId,
  newTexts: sql<string[]>`array(select b.text from rewrite_block b
    where b.rewrite_id = ${rewrite.id} and b.position = any(${change.newPositions}) order by b.position)`,
  regionName: region.name,
  heldOn: meeting.heldOn,
  place: meeting.place,
  attendance: meeting.attendance,
  postedBy: sql<string>`coalesce(${poster.name}, '')`,
  reason: change.reason,
  likes: sql<number>`(select count(*)::int from "like" l where l.change_id = ${change.id})`
};

const isLikedBy = (viewer: Context['viewer']) =>
  viewer
    ? sql<boolean>`exists (select from "like" l where l.change_id = ${change.id} and l.member_id = ${viewer.id}::uuid)`
    : sql<boolean>`false`;
