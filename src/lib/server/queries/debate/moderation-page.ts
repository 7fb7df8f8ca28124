import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as v from 'valibot';
import type {
  ModeratedComment,
  QuotingComment,
  CommentReport
} from '#lib/domain/hearing/moderation.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { isAfterMoment, writeMomentCursor } from '../../database/moment-cursor.ts';
import {
  comment,
  concealment,
  document,
  member,
  versionBlock
} from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';

const commentsPerPage = 20;

/**
 * Returns the reported comments that no administrator has decided on, those reported first at the
 * top.
 */
export async function listReported(context: Context): Promise<ModeratedComment[]> {
  asAdministrator(context);
  const waiting = sql`(select min(r.reported_at) from comment_report r
    where r.comment_id = "comment"."id" and r.moderation_id is null)`;
  return selectModerated(context)
    .where(and(isNull(concealment.commentId), sql`${waiting} is not null`))
    .orderBy(asc(waiting))
    .limit(commentsPerPage);
}

/**
 * Returns a page of the hidden comments, the last hidden first. `after` is the `next` of the page
 * before.
 */
export async function listConcealed(
  context: Context,
  after: string | null
): Promise<{ comments: ModeratedComment[]; next: string | null }> {
  asAdministrator(context);
  const rows = await selectModerated(context)
    .where(
      and(
        sql`${concealment.commentId} is not null`,
        isAfterMoment(after, concealment.hiddenAt, concealment.commentId)
      )
    )
    .orderBy(desc(concealment.hiddenAt), desc(concealment.commentId))
    .limit(commentsPerPage + 1);
  const comments = rows.slice(0, commentsPerPage);
  const last = rows.length > commentsPerPage ? comments.at(-1)! : null;
  return { comments, next: last && writeMomentCursor({ at: last.hidden!.at, id: last.id }) };
}

/** Returns a comment as an administrator sees it; null if there is none, or `commentId` is no id. */
export async function findModerated(
  context: Context,
  commentId: string | null
): Promise<ModeratedComment | null> {
  asAdministrator(context);
  if (!v.is(uuid, commentId)) return null;
  const [found] = await selectModerated(context).where(eq(comment.id, commentId));
  return found ?? null;
}

/** Selects comments as an administrator sees them. Hidden and withdrawn text is left out. */
const selectModerated = ({ database }: Context) =>
  database
    .select(moderatedColumns)
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .leftJoin(hider, eq(hider.id, concealment.hiddenBy))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(parentHidden, eq(parentHidden.commentId, parent.id))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, comment.versionId), eq(versionBlock.blockId, comment.blockId))
    )
    .$dynamic();

const parent = alias(comment, 'parent');
const parentHidden = alias(concealment, 'parent_hidden');
const hider = alias(member, 'hider');

const reports = sql<CommentReport[]>`coalesce((select json_agg(json_build_object(
    'name', m.name, 'reason', r.reason, 'at', r.reported_at) order by r.reported_at)
  from comment_report r join member m on m.id = r.reporter_id
  where r.comment_id = "comment"."id" and r.moderation_id is null), '[]')`;

/** The comments that quote the comment: a quotation holds its address. */
const quotedBy = sql<QuotingComment[]>`coalesce((select json_agg(json_build_object(
    'id', q.id, 'name', q.author_name) order by q.created_at)
  from standing_comment q where q.document_id = "comment"."document_id"
    and q.markdown like '%(/comments/' || "comment"."id" || ')%'), '[]')`;

const isShown = sql`${concealment.commentId} is null and ${comment.withdrawnAt} is null`;

const moderatedColumns = {
  id: comment.id,
  slug: document.slug,
  title: document.title,
  name: comment.authorName,
  at: comment.createdAt,
  isWithdrawn: sql<boolean>`${comment.withdrawnAt} is not null`,
  html: sql<string | null>`case when ${isShown} then ${comment.html} end`,
  wording: sql<string | null>`case when ${isShown} then ${comment.wording} end`,
  blockNumber: versionBlock.number,
  blockText: versionBlock.text,
  replyTo: parent.authorName,
  replyToHtml: sql<
    string | null
  >`case when ${parentHidden.commentId} is null and ${parent.withdrawnAt} is null then ${parent.html} end`,
  reports,
  quotedBy,
  hidden: { reason: concealment.reason, at: concealment.hiddenAt },
  hiddenBy: hider.name
};
