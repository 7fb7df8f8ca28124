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

/**
 * A person's correction of where the passage of a comment is, in its version and those after it.
 */
export type PassageCorrection = {
  commentId: string;
  revision: number;
  versionNumber: number;
  /** Null if the passage is gone. */
  blockId: string | null;
  /** The block's text in that version. */
  blockText: string | null;
  /** Null if the whole block is meant. */
  quote: QuoteSelector | null;
  by: string;
  at: Date;
  /** The block that the comment was written on. */
  writtenOn: string | null;
  /** How many comments and threads move with it when they are counted by place. */
  commentCount: number;
  threadCount: number;
};

/**
 * Returns the latest correction of each comment's passage up to version `number`, by the comment's
 * id, in one query. The first version has none.
 */
export async function findLatestCorrections(
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

/** Returns the corrections of a comment's passage, latest first. */
export const listCorrections = (context: Context, commentId: string) =>
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
