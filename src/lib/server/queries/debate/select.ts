import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../../access/context.ts';
import {
  answer,
  comment,
  commentVoice,
  concealment,
  input,
  meeting,
  member,
  publication,
  region,
  version,
  versionBlock,
  workingGroupMember
} from '../../database/tables/index.ts';

/** A comment as the debate shows it. Words that are hidden or withdrawn are not in it. */
export type SaidRow = Awaited<ReturnType<typeof selectSaid>>[number];

/** How many replies a thread shows before it is asked for whole; a phone's screen holds about four. */
export const shownReplies = 8;

/** A thread shown whole still ends somewhere. */
const mostReplies = 500;

/**
 * The threads whose first comments the SQL `roots (id, place)` names, with their replies, oldest
 * first, in one query. `wholeThread` is the id of a first comment whose replies are all shown;
 * others show `replies` of them.
 */
export async function selectSaid(
  { database, viewer }: Context,
  documentId: string,
  roots: SQL,
  wholeThread: string | null,
  replies = shownReplies
) {
  const speaker = alias(region, 'speaker');
  const said = sql`(with recursive roots as (${roots}),
    thread as (
      select roots.id, roots.id as root, roots.place, 0 as depth, '-infinity'::timestamptz as at
      from roots
      union all
      select below.id, thread.root, thread.place, thread.depth + 1, below.created_at
      from thread join comment below on below.parent_id = thread.id
    ),
    counted as (
      select *, row_number() over (partition by root, depth > 0 order by at, id) as nth,
        count(*) over (partition by root) - 1 as replies
      from thread
    )
    select * from counted
    where depth = 0 or nth <= case when root = ${wholeThread}::uuid then ${mostReplies}::int else ${replies}::int end
  ) as said`;
  const isShown = sql`${concealment.commentId} is null and ${comment.withdrawnAt} is null`;
  const shown = <Value>(column: SQL | typeof comment.html | typeof comment.wording) =>
    sql<Value>`case when ${isShown} then ${column} end`;
  return database
    .select({
      id: comment.id,
      saidIn: sql<string>`coalesce(${comment.hearingId}, ${comment.callId})`,
      parentId: comment.parentId,
      root: sql<string>`said.root`,
      /** The block it stands at in the version shown; 'whole', or 'gone' where its block is. */
      place: sql<string>`said.place`,
      replies: sql<number>`said.replies::int`,
      blockId: comment.blockId,
      versionNumber: version.number,
      blockNumber: versionBlock.number,
      /** The text it was written about, where that must be shown. */
      blockText: sql<
        string | null
      >`case when ${comment.wording} is not null or ${comment.quote} is not null or said.place = 'gone' then ${versionBlock.text} end`,
      quote: comment.quote,
      kind: comment.kind,
      isOwn: viewer
        ? sql<boolean>`${comment.authorId} is not distinct from ${viewer.id}::uuid`
        : sql<boolean>`false`,
      authorName: comment.authorName,
      regionName: region.name,
      isWorkingGroup: sql<boolean>`${workingGroupMember.memberId} is not null`,
      voice: commentVoice.voice,
      voiceRegion: speaker.name,
      html: shown<string | null>(comment.html),
      wording: shown<string | null>(comment.wording),
      tail: shown<string | null>(sql`${comment.tail}`),
      createdAt: comment.createdAt,
      editedAt: comment.editedAt,
      isWithdrawn: sql<boolean>`${comment.withdrawnAt} is not null`,
      hiddenBecause: concealment.reason,
      revision: comment.revision,
      likes: sql<number>`${comment.importedLikes} + (select count(*)::int from "like" l where l.comment_id = ${comment.id})`,
      liked: viewer
        ? sql<boolean>`exists (select from "like" l where l.comment_id = ${comment.id} and l.member_id = ${viewer.id}::uuid)`
        : sql<boolean>`false`,
      inputNumber: input.number,
      disposition: sql<
        typeof answer.$inferSelect.disposition
      >`case when ${publication.round} is not null then ${answer.disposition} end`,
      answerHtml: sql<
        string | null
      >`case when ${publication.round} is not null then ${answer.html} end`,
      referredTo: sql<
        string | null
      >`case when ${publication.round} is not null then nullif(${answer.referredTo}, '') end`
    })
    .from(comment)
    .innerJoin(said, sql`said.id = ${comment.id}`)
    .leftJoin(version, eq(version.id, comment.versionId))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, comment.versionId), eq(versionBlock.blockId, comment.blockId))
    )
    .leftJoin(member, eq(member.id, comment.authorId))
    .leftJoin(region, eq(region.id, member.regionId))
    .leftJoin(
      workingGroupMember,
      and(
        eq(workingGroupMember.memberId, comment.authorId),
        eq(workingGroupMember.documentId, documentId)
      )
    )
    .leftJoin(commentVoice, eq(commentVoice.commentId, comment.id))
    .leftJoin(meeting, eq(meeting.id, commentVoice.meetingId))
    .leftJoin(speaker, eq(speaker.id, meeting.regionId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .leftJoin(input, eq(input.commentId, comment.id))
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
    )
    .orderBy(sql`said.depth`, asc(comment.createdAt), asc(comment.id));
}
