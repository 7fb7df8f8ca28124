import { and, asc, eq, sql } from 'drizzle-orm';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { ChangeRelation, Disposition } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import { isOneOf } from '../../database/batches.ts';
import {
  answer,
  change,
  input,
  like,
  publication,
  rewriteBlock
} from '../../database/tables/index.ts';
import { listVersionBlocks } from '../../text/versions.ts';
import type { DraftBlock, RewrittenBlock } from './rewrites.ts';

/** A change of a rewrite with its reason, its likes and its answer. */
export type RewriteChange = {
  id: string;
  /** Its place among the rewrite's changes, from 0. */
  position: number;
  relation: ChangeRelation;
  blockIds: string[];
  anchorBlockId: string | null;
  newPositions: number[];
  reason: string;
  /** Its number as an input; null until the rewrite is posted. */
  number: number | null;
  likes: number;
  liked: boolean;
  /** Null until the answers are published, to all but the working group. */
  answer: { disposition: Disposition | null; html: string; referredTo: string } | null;
};

type RewriteRef = { id: string; version: { id: string } };

/**
 * Returns a function that gives the contents of any of the rewrites: the blocks of its draft, its own
 * blocks and its changes. Takes two queries for all rewrites, and one for each version that is not
 * cached.
 */
export async function readRewriteContents(
  context: Context,
  document: { id: string },
  rewrites: readonly RewriteRef[]
) {
  const ids = rewrites.map(({ id }) => id);
  const versionIds = [...new Set(rewrites.map(({ version }) => version.id))];
  const [drafts, blocks, changes] = await Promise.all([
    readDrafts(context, versionIds),
    selectBlocks(context, ids),
    selectChanges(context, ids)
  ]);
  const blocksOf = Map.groupBy(blocks, ({ rewriteId }) => rewriteId);
  const changesOf = Map.groupBy(changes, ({ rewriteId }) => rewriteId);
  const seesUnpublished = maySeeUnpublishedAnswers(context.viewer, document);
  return ({ id, version }: RewriteRef) => ({
    draft: drafts.get(version.id) ?? [],
    blocks: (blocksOf.get(id) ?? []) as RewrittenBlock[],
    changes: (changesOf.get(id) ?? []).map((row) => toChange(row, seesUnpublished))
  });
}

async function readDrafts({ database }: Context, versionIds: string[]) {
  const drafts = new Map<string, DraftBlock[]>();
  for (const id of versionIds) drafts.set(id, await listVersionBlocks(database, id));
  return drafts;
}

function selectBlocks({ database }: Context, ids: string[]) {
  return database
    .select()
    .from(rewriteBlock)
    .where(isOneOf(rewriteBlock.rewriteId, ids))
    .orderBy(asc(rewriteBlock.position));
}

type ChangeRow = Awaited<ReturnType<typeof selectChanges>>[number];

function selectChanges({ database, viewer }: Context, ids: string[]) {
  return database
    .select({
      rewriteId: change.rewriteId,
      id: change.id,
      position: change.position,
      relation: change.relation,
      blockIds: change.blockIds,
      anchorBlockId: change.anchorBlockId,
      newPositions: change.newPositions,
      reason: change.reason,
      number: input.number,
      likes: sql<number>`(select count(*)::int from "like" l where l.change_id = ${change.id})`,
      liked: sql<boolean>`${like.id} is not null`,
      answer: { disposition: answer.disposition, html: answer.html, referredTo: answer.referredTo },
      isPublished: sql<boolean>`${publication.publishedAt} is not null`
    })
    .from(change)
    .leftJoin(input, eq(input.changeId, change.id))
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
    )
    .leftJoin(
      like,
      and(eq(like.changeId, change.id), viewer ? eq(like.memberId, viewer.id) : sql`false`)
    )
    .where(isOneOf(change.rewriteId, ids))
    .orderBy(asc(change.position));
}

const toChange = (
  { rewriteId: _, isPublished, answer, ...row }: ChangeRow,
  seesUnpublished: boolean
): RewriteChange => ({
  ...row,
  answer: (seesUnpublished || isPublished) && answer?.html !== null ? answer : null
});
