import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Block } from '#lib/domain/document/block.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { scopeHeadings } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { hearing, meeting, member, region, rewrite, version } from '../../database/tables/index.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { readRewriteContents, type RewriteChange } from './rewrite-contents.ts';

/** A block of the version that a rewrite was written on, with its number. */
export type DraftBlock = Block & { blockId: string; number: number | null; html: string };

/** A block of a rewrite. A remark is about the text, and no part of it. */
export type RewrittenBlock = Block & { position: number; html: string; isRemark: boolean };

/** A rewrite with the blocks of the version that it replaces, and what it changes in them. */
export type Rewrite = {
  id: string;
  round: number;
  version: { id: string; number: number };
  region: { id: string; name: string };
  meeting: { id: string; heldOn: string; place: string; attendance: number };
  /** Whether the working group entered it on the region's behalf. */
  onBehalf: boolean;
  writtenBy: string;
  foreword: string;
  forewordHtml: string;
  /** The headings of the sections that it replaces; null if it replaces the whole text. */
  sections: { blockId: string; text: string }[] | null;
  postedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  revision: number;
  corrections: Corrections;
  /** The version's blocks within the scope. */
  considered: DraftBlock[];
  /** The rewrite's blocks, including remarks. */
  blocks: RewrittenBlock[];
  /** The alignment from the considered blocks to the rewrite's blocks without remarks. */
  rows: Row[];
  /** One for each row that is not `unchanged`, in their order. */
  changes: RewriteChange[];
};

/**
 * Returns a rewrite of the document. Throws Refusal('notFound') if there is none, or if it is not
 * posted and the viewer may not speak for its region.
 */
export async function readRewrite(
  context: Context,
  document: DocumentHead,
  rewriteId: string
): Promise<Rewrite> {
  const [found] = await findRewrites(
    context,
    document,
    and(eq(rewrite.id, rewriteId), eq(hearing.documentId, document.id))!
  );
  const mayRead =
    found && (found.postedAt || maySpeakForRegion(context.viewer, document, found.region.id));
  if (!mayRead) throw new Refusal('notFound');
  return found;
}

/** Returns the round's posted rewrites that are not withdrawn, by their regions' names. */
export async function listRewrites(
  context: Context,
  document: DocumentHead,
  round: number = document.round
): Promise<Rewrite[]> {
  const found = await findRewrites(
    context,
    document,
    and(
      eq(hearing.documentId, document.id),
      eq(hearing.round, round),
      isNotNull(rewrite.postedAt),
      isNull(rewrite.withdrawnAt)
    )!
  );
  return found.sort((one, other) => compareNames(one.region.name, other.region.name));
}

async function findRewrites(
  context: Context,
  document: DocumentHead,
  where: SQL
): Promise<Rewrite[]> {
  const found = await selectRewrites(context, where);
  const contentsOf = await readRewriteContents(context, document, found);
  return found.map(({ scope, alignment, ...row }) => {
    const { draft, ...contents } = contentsOf(row);
    const ids = scope && new Set(scope);
    const considered = ids ? draft.filter(({ blockId }) => ids.has(blockId)) : draft;
    return {
      ...row,
      ...contents,
      considered,
      sections: scope && scopeHeadings(draft, considered),
      rows: alignment
    };
  });
}

function selectRewrites({ database }: Context, where: SQL) {
  return database
    .select(rewriteColumns)
    .from(rewrite)
    .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .innerJoin(version, eq(version.id, rewrite.versionId))
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .innerJoin(member, eq(member.id, rewrite.writtenBy))
    .leftJoin(withdrawer, eq(withdrawer.id, rewrite.withdrawnBy))
    .where(where)
    .orderBy(asc(rewrite.writtenAt));
}

const withdrawer = alias(member, 'withdrawer');

const rewriteColumns = {
  id: rewrite.id,
  round: hearing.round,
  version: { id: version.id, number: version.number },
  region: { id: region.id, name: region.name },
  meeting: {
    id: meeting.id,
    heldOn: meeting.heldOn,
    place: meeting.place,
    attendance: meeting.attendance
  },
  onBehalf: meeting.onBehalf,
  writtenBy: member.name,
  foreword: rewrite.foreword,
  forewordHtml: rewrite.forewordHtml,
  scope: rewrite.scope,
  postedAt: rewrite.postedAt,
  withdrawnAt: rewrite.withdrawnAt,
  withdrawnBy: withdrawer.name,
  revision: rewrite.revision,
  corrections: rewrite.corrections,
  alignment: rewrite.alignment
};
