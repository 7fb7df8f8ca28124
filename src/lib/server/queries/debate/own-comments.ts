import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import { mayWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import { asMember, type Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { isOneOf } from '../../database/batches.ts';
import { isAfterMoment, writeMomentCursor } from '../../database/moment-cursor.ts';
import {
  answer,
  callForInput,
  comment,
  concealment,
  document,
  hearing,
  input,
  publication,
  version,
  versionBlock
} from '../../database/tables/index.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import { findOwnWishes } from './withdrawal-wishes.ts';

const commentsPerPage = 30;

/**
 * Returns a page of the current member's comments and replies, newest first. Each has its place, its
 * answer if the answers are published, how its paragraph has changed since, and the member's wish
 * that it be withdrawn. `after` is the `next` of the page before.
 */
export async function listOwnComments(context: Context, after: string | null) {
  const rows = await selectOwnComments(context, after);
  const shown = rows.slice(0, commentsPerPage);
  const ids = shown.map(({ id }) => id);
  const [newestTexts, wishes] = await Promise.all([
    readNewestTexts(context, shown),
    findOwnWishes(context, ids)
  ]);
  return {
    comments: shown.map(({ state, round, hearing, call, ...row }) => ({
      ...withChanges(row, newestTexts.get(row.id) ?? []),
      wish: wishes.get(row.id) ?? null,
      isWishable:
        row.withdrawnAt === null && mayWish({ state, round }, hearing ?? call, context.now)
    })),
    next: rows.length > commentsPerPage ? writeMomentCursor(shown.at(-1)!) : null
  };
}

/** Returns the rows of a page, and one more if there is another page. */
function selectOwnComments(context: Context, after: string | null) {
  const { database, viewer } = asMember(context);
  return database
    .select(ownCommentColumns)
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .leftJoin(hearing, eq(hearing.id, comment.hearingId))
    .leftJoin(callForInput, eq(callForInput.id, comment.callId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(version, eq(version.id, comment.versionId))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, comment.versionId), eq(versionBlock.blockId, comment.blockId))
    )
    .leftJoin(newest, and(eq(newest.documentId, document.id), isNewest))
    .leftJoin(
      newestBlock,
      and(eq(newestBlock.versionId, newest.id), eq(newestBlock.blockId, comment.blockId))
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
        isReadable(context),
        isAfterMoment(after, comment.createdAt, comment.id)
      )
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(commentsPerPage + 1);
}

const parent = alias(comment, 'parent');
const newest = alias(version, 'newest');
const newestBlock = alias(versionBlock, 'newest_block');

const isNewest = sql`${newest.number} = (select max(v.number) from version v where v.document_id = ${document.id})`;

const ownCommentColumns = {
  id: comment.id,
  documentId: document.id,
  state: document.state,
  round: document.round,
  slug: document.slug,
  title: document.title,
  /** The period that it was given in is one of these two. */
  hearing: {
    round: hearing.round,
    opensAt: hearing.opensAt,
    closesAt: hearing.closesAt,
    closedAt: hearing.closedAt
  },
  call: {
    round: callForInput.round,
    opensAt: callForInput.opensAt,
    closesAt: callForInput.closesAt,
    closedAt: callForInput.closedAt
  },
  at: comment.createdAt,
  html: comment.html,
  kind: comment.kind,
  withdrawnAt: comment.withdrawnAt,
  hidden: concealment.reason,
  replyTo: parent.authorName,
  number: input.number,
  blockId: comment.blockId,
  hasPassage: sql<boolean>`${comment.quote} is not null`,
  disposition: answer.disposition,
  answerHtml: answer.html,
  referredTo: answer.referredTo,
  versionNumber: version.number,
  blockNumber: versionBlock.number,
  blockText: versionBlock.text,
  newestId: newest.id,
  newestNumber: newest.number,
  newestText: newestBlock.text
};

type Row = Pick<
  Awaited<ReturnType<typeof selectOwnComments>>[number],
  | 'id'
  | 'documentId'
  | 'newestId'
  | 'html'
  | 'hidden'
  | 'withdrawnAt'
  | 'hasPassage'
  | 'blockId'
  | 'blockText'
  | 'versionNumber'
  | 'newestNumber'
  | 'newestText'
>;

/**
 * Returns the texts, in the newest version, of the blocks that each comment's block became, by the
 * comment's id, for the comments whose block has changed.
 */
async function readNewestTexts(
  context: Context,
  rows: readonly Row[]
): Promise<Map<string, string[]>> {
  const changed = rows.filter(({ blockText, newestText }) => blockText !== newestText);
  const histories = await readHistories(context, changed);
  const newestIds = new Map(
    changed.map((row) => {
      const history = histories.get(row.documentId)!;
      return [row.id, history.fateOf(row.blockId!, row.versionNumber!).at] as const;
    })
  );
  const texts = await readTexts(context, changed, [...newestIds.values()].flat());
  return new Map([...newestIds].map(([id, at]) => [id, at.map((each) => texts.get(each) ?? '')]));
}

/** Returns the block history of each document up to its newest version, by the document's id. */
async function readHistories(context: Context, rows: readonly Row[]) {
  const numbers = new Map(rows.map((row) => [row.documentId, row.newestNumber!]));
  return new Map(
    await Promise.all(
      [...numbers].map(
        async ([id, number]) => [id, await readBlockHistory(context, id, number)] as const
      )
    )
  );
}

async function readTexts({ database }: Context, rows: readonly Row[], blockIds: string[]) {
  if (blockIds.length === 0) return new Map<string, string>();
  const newestIds = [...new Set(rows.map(({ newestId }) => newestId!))];
  const found = await database
    .select({ blockId: versionBlock.blockId, text: versionBlock.text })
    .from(versionBlock)
    .where(
      and(isOneOf(versionBlock.versionId, newestIds), isOneOf(versionBlock.blockId, blockIds))
    );
  return new Map(found.map(({ blockId, text }) => [blockId, text]));
}

/**
 * Returns a row without its block's texts and, if it is hidden or withdrawn, without its own. `since`
 * is the word diff from its block to `newestTexts`, `gone` if the block was removed, or null if it is
 * unchanged.
 */
function withChanges<R extends Row>(row: R, newestTexts: readonly string[]) {
  const { blockText, newestText, hasPassage, ...rest } = row;
  const isShown = !row.hidden && !row.withdrawnAt;
  const since = blockText === newestText ? null : changesOf(blockText, newestTexts);
  const mayBeCorrected = isShown && hasPassage && since !== null;
  return { ...rest, html: isShown ? row.html : '', since, mayBeCorrected };
}

function changesOf(from: string | null, to: readonly string[]) {
  if (from === null) return null;
  return to.length === 0 ? ('gone' as const) : wordDiff(from, to);
}
