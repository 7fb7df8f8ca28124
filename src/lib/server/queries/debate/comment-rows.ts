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
import { publishedAnswerColumns } from './published-answer.ts';

/** A comment of a thread as it is read. Text that is hidden or withdrawn is left out. */
export type CommentRow = Awaited<ReturnType<typeof selectThreads>>[number];

/** How many replies a thread shows before it is opened; a phone's screen holds about four. */
export const maxShownReplies = 8;

/** The most replies that an opened thread shows. */
const maxOpenedReplies = 500;

/**
 * Returns the comments of the threads whose first comments the SQL `roots (id, place)` selects: the
 * first comments, then their replies by depth, oldest first, in one query. The thread with the id
 * `openedThread` shows its replies up to 500; each other thread shows its first `maxReplies`.
 */
export async function selectThreads(
  context: Context,
  documentId: string,
  roots: SQL,
  openedThread: string | null,
  maxReplies = maxShownReplies
) {
  const thread = threadsSql(roots, openedThread, maxReplies);
  const { database, viewer } = context;
  return database
    .select({ ...commentColumns, ...publishedAnswerColumns, ...viewerColumns(viewer) })
    .from(comment)
    .innerJoin(thread, sql`thread.id = ${comment.id}`)
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
    .leftJoin(voiceRegion, eq(voiceRegion.id, meeting.regionId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .leftJoin(input, eq(input.commentId, comment.id))
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
    )
    .orderBy(sql`thread.depth`, asc(comment.createdAt), asc(comment.id));
}

/** Returns the table `thread (id, root, place, depth, replies)` of the comments that are shown. */
const threadsSql = (roots: SQL, openedThread: string | null, maxReplies: number) =>
  sql`(with recursive roots as (${roots}),
    below as (
      select roots.id, roots.id as root, roots.place, 0 as depth, '-infinity'::timestamptz as at
      from roots
      union all
      select reply.id, below.root, below.place, below.depth + 1, reply.created_at
      from below join comment reply on reply.parent_id = below.id
    ),
    counted as (
      select *, row_number() over (partition by root, depth > 0 order by at, id) as nth,
        count(*) over (partition by root) - 1 as replies
      from below
    )
    select * from counted
    where depth = 0
      or nth <= case when root = ${openedThread}::uuid then ${maxOpenedReplies}::int else ${maxReplies}::int end
  ) as thread`;

const voiceRegion = alias(region, 'voice_region');

/** Returns the column, or null if the comment is hidden or withdrawn. */
const unlessHidden = <Value>(column: SQL | typeof comment.html | typeof comment.wording) =>
  sql<Value>`case when ${concealment.commentId} is null and ${comment.withdrawnAt} is null then ${column} end`;

const commentColumns = {
  id: comment.id,
  /** The id of the hearing or the call for input that it was given in. */
  periodId: sql<string>`coalesce(${comment.hearingId}, ${comment.callId})`,
  parentId: comment.parentId,
  root: sql<string>`thread.root`,
  /** The place that `roots` gives the thread. */
  place: sql<string>`thread.place`,
  replies: sql<number>`thread.replies::int`,
  blockId: comment.blockId,
  versionNumber: version.number,
  blockNumber: versionBlock.number,
  /** The text that it was written about; null unless the page shows it. */
  blockText: sql<
    string | null
  >`case when ${comment.wording} is not null or ${comment.quote} is not null or thread.place = 'gone' then ${versionBlock.text} end`,
  quote: comment.quote,
  kind: comment.kind,
  authorName: comment.authorName,
  regionName: region.name,
  isWorkingGroup: sql<boolean>`${workingGroupMember.memberId} is not null`,
  voice: commentVoice.voice,
  voiceRegion: voiceRegion.name,
  html: unlessHidden<string | null>(comment.html),
  wording: unlessHidden<string | null>(comment.wording),
  tail: unlessHidden<string | null>(sql`${comment.tail}`),
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  isWithdrawn: sql<boolean>`${comment.withdrawnAt} is not null`,
  hiddenBecause: concealment.reason,
  revision: comment.revision,
  likes: sql<number>`${comment.importedLikes} + (select count(*)::int from "like" l where l.comment_id = ${comment.id})`,
  inputNumber: input.number
};

/** Whether the comment is the viewer's own, and whether the viewer likes it. */
const viewerColumns = (viewer: Context['viewer']) => ({
  isOwn: viewer
    ? sql<boolean>`${comment.authorId} is not distinct from ${viewer.id}::uuid`
    : sql<boolean>`false`,
  liked: viewer
    ? sql<boolean>`exists (select from "like" l where l.comment_id = ${comment.id} and l.member_id = ${viewer.id}::uuid)`
    : sql<boolean>`false`
});
