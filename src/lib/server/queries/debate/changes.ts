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

type Version = { id: string; blocks: readonly { blockId: string; text: string }[] };

/** The changes of the posted rewrites of the version, by the block that each stands at, in one query. */
export async function changesByBlock(
  context: Context,
  { id, blocks }: Version
): Promise<Map<string, RegionChange[]>> {
  const texts = new Map(blocks.map(({ blockId, text }) => [blockId, text]));
  const byBlock = new Map<string, RegionChange[]>();
  for (const row of await selectChanges(context, id)) {
    const { anchorBlockId, blockIds, newTexts, disposition, answerHtml, referredTo, ...told } = row;
    const place = anchorBlockId ?? blocks[0]?.blockId;
    if (!place) continue;
    const from = blockIds.map((blockId) => texts.get(blockId) ?? '');
    const wording = excerpt(wordDiff(from, newTexts));
    const answered =
      disposition === null ? null : { disposition, html: answerHtml ?? '', referredTo };
    byBlock.set(place, [...(byBlock.get(place) ?? []), { ...told, wording, answer: answered }]);
  }
  return byBlock;
}

function selectChanges({ database, viewer }: Context, versionId: string) {
  const poster = alias(member, 'poster');
  const published = <Value>(column: typeof answer.disposition | typeof answer.html) =>
    sql<Value>`case when ${publication.round} is not null then ${column} end`;
  return database
    .select({
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
      likes: sql<number>`(select count(*)::int from "like" l where l.change_id = ${change.id})`,
      liked: viewer
        ? sql<boolean>`exists (select from "like" l where l.change_id = ${change.id} and l.member_id = ${viewer.id}::uuid)`
        : sql<boolean>`false`,
      disposition: published<typeof answer.$inferSelect.disposition>(answer.disposition),
      answerHtml: published<string | null>(answer.html),
      referredTo: sql<
        string | null
      >`case when ${publication.round} is not null then nullif(${answer.referredTo}, '') end`
    })
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
