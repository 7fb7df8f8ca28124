import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import {
  comment,
  member,
  passageCorrection,
  version,
  versionBlock,
  type QuoteSelector
} from '../database/tables/index.ts';
import { threadStands } from '../database/conditions.ts';

/** A person's word on where the passage of a comment stands, in a version and those after it. */
export type PassageCorrection = {
  commentId: string;
  revision: number;
  versionNumber: number;
  /** Null where the passage is gone. */
  blockId: string | null;
  /** The block's text in that version. */
  blockText: string | null;
  /** Null where the whole block is meant. */
  quote: QuoteSelector | null;
  by: string;
  at: Date;
  /** The block that the comment was written on. */
  writtenOn: string | null;
  /** What is said in its thread: how much, and whether it is counted as a thread. */
  commentCount: number;
  threadCount: number;
};

/**
 * By the comment: the last word on its passage in version `number` and those before it. One query,
 * none for the first version, in which every passage stands where it was marked.
 */
export async function lastCorrections(
  context: Context,
  documentId: string,
  number: number
): Promise<Map<string, PassageCorrection>> {
  if (number === 1) return new Map();
  const rows = await selectCorrections(
    context,
    and(eq(comment.documentId, documentId), lte(version.number, number))
  );
  const last = new Map<string, PassageCorrection>();
  for (const row of rows) if (!last.has(row.commentId)) last.set(row.commentId, row);
  return last;
}

/** All that has been said of where the comment's passage stands, the last word first. */
export const correctionsOf = (context: Context, commentId: string) =>
  selectCorrections(context, eq(comment.id, commentId));

const below = sql`(with recursive below as (
    select c.id, c.withdrawn_at, c.parent_id from comment c
    where c.id = ${passageCorrection.commentId}
    union all
    select c.id, c.withdrawn_at, c.parent_id from comment c join below on c.parent_id = below.id
  )`;

function selectCorrections({ database }: Context, which: ReturnType<typeof and>) {
  return database
    .select({
      commentId: passageCorrection.commentId,
      revision: passageCorrection.revision,
      versionNumber: version.number,
      blockId: passageCorrection.blockId,
      blockText: versionBlock.text,
      quote: passageCorrection.quote,
      by: member.name,
      at: passageCorrection.correctedAt,
      writtenOn: comment.blockId,
      commentCount: sql<number>`${below} select (count(*) filter (where withdrawn_at is null))::int from below)`,
      threadCount: sql<number>`${threadStands(sql`${comment}`)}::int`
    })
    .from(passageCorrection)
    .innerJoin(comment, eq(comment.id, passageCorrection.commentId))
    .innerJoin(version, eq(version.id, passageCorrection.versionId))
    .innerJoin(member, eq(member.id, passageCorrection.correctedBy))
    .leftJoin(
      versionBlock,
      and(
        eq(versionBlock.versionId, passageCorrection.versionId),
        eq(versionBlock.blockId, passageCorrection.blockId)
      )
    )
    .where(which)
    .orderBy(passageCorrection.commentId, desc(passageCorrection.revision));
}
