import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import { asMember, type Context } from '../context.ts';
import {
  answer,
  comment,
  concealment,
  document,
  input,
  publication,
  version,
  versionBlock
} from '../database/tables/index.ts';
import { readable } from '../documents/queries.ts';

/** What a page of one's own words holds. */
const mineAPage = 30;

/**
 * What the member has said, newest first, before the moment `cursor`: each comment and reply with
 * its place, its answer where answers are published, and what its paragraph reads now.
 */
export async function listMine(context: Context, cursor: Date | null) {
  const { database, viewer } = asMember(context);
  const parent = alias(comment, 'parent');
  const newest = alias(version, 'newest');
  const presentBlock = alias(versionBlock, 'present_block');
  const isNewest = sql`${newest.number} = (select max(v.number) from version v where v.document_id = ${document.id})`;
  const rows = await database
    .select({
      id: comment.id,
      slug: document.slug,
      title: document.title,
      at: comment.createdAt,
      html: comment.html,
      kind: comment.kind,
      withdrawnAt: comment.withdrawnAt,
      hidden: concealment.reason,
      replyTo: parent.authorName,
      number: input.number,
      blockId: comment.blockId,
      blockNumber: versionBlock.number,
      blockText: versionBlock.text,
      disposition: answer.disposition,
      answerHtml: answer.html,
      referredTo: answer.referredTo,
      versionNumber: version.number,
      newestNumber: newest.number,
      newestText: presentBlock.text
    })
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(version, eq(version.id, comment.versionId))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, comment.versionId), eq(versionBlock.blockId, comment.blockId))
    )
    .leftJoin(newest, and(eq(newest.documentId, document.id), isNewest))
    .leftJoin(
      presentBlock,
      and(eq(presentBlock.versionId, newest.id), eq(presentBlock.blockId, comment.blockId))
    )
    .leftJoin(input, eq(input.commentId, comment.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, document.id), eq(publication.round, input.round))
    )
    .leftJoin(
      answer,
      and(eq(answer.inputId, input.id), sql`${publication.publishedAt} is not null`)
    )
    .where(
      and(
        eq(comment.authorId, viewer.id),
        readable(context),
        cursor ? lt(comment.createdAt, cursor) : undefined
      )
    )
    .orderBy(desc(comment.createdAt))
    .limit(mineAPage + 1);
  const shown = rows.slice(0, mineAPage);
  return {
    comments: shown.map(withFate),
    next: rows.length > mineAPage ? shown.at(-1)!.at : null
  };
}

type Row = {
  html: string;
  hidden: string | null;
  withdrawnAt: Date | null;
  blockText: string | null;
  newestText: string | null;
};

/** Leaves out what may not be shown, and sets the words against those that stand there now. */
function withFate<R extends Row>({ blockText, newestText, ...row }: R) {
  const html = row.hidden || row.withdrawnAt ? '' : row.html;
  return { ...row, html, since: sinceThen(blockText, newestText) };
}

function sinceThen(then: string | null, now: string | null) {
  if (then === null || then === now) return null;
  return now === null ? ('gone' as const) : wordDiff(then, now);
}
