import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import { mayWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import { asMember, type Context } from '../../access/context.ts';
import { isAfterMoment, writeMomentCursor } from '../../database/moment-cursor.ts';
import { isOneOf } from '../../database/batches.ts';
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
import { readable } from '../../access/documents.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import { lastWishes } from './wishes.ts';

/** What a page of one's own words holds. */
const mineAPage = 30;

/**
 * What the member has said, newest first, from the `next` of the page before: each comment and
 * reply with its place, its answer where answers are published, what its paragraph reads now, and
 * the wish that it be withdrawn.
 */
export async function listMine(context: Context, after: string | null) {
  const { database, viewer } = asMember(context);
  const parent = alias(comment, 'parent');
  const newest = alias(version, 'newest');
  const presentBlock = alias(versionBlock, 'present_block');
  const isNewest = sql`${newest.number} = (select max(v.number) from version v where v.document_id = ${document.id})`;
  const rows = await database
    .select({
      id: comment.id,
      documentId: document.id,
      state: document.state,
      round: document.round,
      heard: {
        round: hearing.round,
        opensAt: hearing.opensAt,
        closesAt: hearing.closesAt,
        closedAt: hearing.closedAt
      },
      called: {
        round: callForInput.round,
        opensAt: callForInput.opensAt,
        closesAt: callForInput.closesAt,
        closedAt: callForInput.closedAt
      },
      newestId: newest.id,
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
      hasPassage: sql<boolean>`${comment.quote} is not null`,
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
        isAfterMoment(after, comment.createdAt, comment.id)
      )
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(mineAPage + 1);
  const shown = rows.slice(0, mineAPage);
  const ids = shown.map(({ id }) => id);
  const [now, wishes] = await Promise.all([textsNow(context, shown), lastWishes(context, ids)]);
  return {
    comments: shown.map(({ state, round, heard, called, ...row }) => ({
      ...withFate(row, now.get(row.id) ?? []),
      wish: wishes.get(row.id) ?? null,
      isWishable:
        row.withdrawnAt === null && mayWish({ state, round }, heard ?? called, context.now)
    })),
    next: rows.length > mineAPage ? writeMomentCursor(shown.at(-1)!) : null
  };
}

type Row = {
  id: string;
  documentId: string;
  newestId: string | null;
  html: string;
  hidden: string | null;
  withdrawnAt: Date | null;
  hasPassage: boolean;
  blockId: string | null;
  blockText: string | null;
  versionNumber: number | null;
  newestNumber: number | null;
  newestText: string | null;
};

/** What each comment's paragraph has become in the newest version, wherever its text went. */
async function textsNow(context: Context, rows: readonly Row[]): Promise<Map<string, string[]>> {
  const changed = rows.filter(({ blockText, newestText }) => blockText !== newestText);
  const newest = new Map(changed.map((row) => [row.documentId, row.newestNumber!] as const));
  const places = new Map(
    await Promise.all(
      [...newest].map(
        async ([id, number]) => [id, await readBlockHistory(context, id, number)] as const
      )
    )
  );
  const heirs = new Map(
    changed.map((row) => {
      const { at } = places.get(row.documentId)!.fateOf(row.blockId!, row.versionNumber!);
      return [row.id, at] as const;
    })
  );
  const texts = await textsOf(context, changed, [...heirs.values()].flat());
  return new Map([...heirs].map(([id, at]) => [id, at.map((each) => texts.get(each) ?? '')]));
}

async function textsOf({ database }: Context, rows: readonly Row[], blockIds: string[]) {
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

/** Leaves out what may not be shown, and sets the words against those that stand there now. */
function withFate<R extends Row>(row: R, now: readonly string[]) {
  const { blockText, newestText, hasPassage, ...told } = row;
  const isShown = !row.hidden && !row.withdrawnAt;
  const since = blockText === newestText ? null : sinceThen(blockText, now);
  const mayBeSet = isShown && hasPassage && since !== null;
  return { ...told, html: isShown ? row.html : '', since, mayBeSet };
}

function sinceThen(then: string | null, now: readonly string[]) {
  if (then === null) return null;
  return now.length === 0 ? ('gone' as const) : wordDiff(then, now);
}
