import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Block } from '#lib/domain/document/index.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { scopeHeadings } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { hearing, meeting, member, region, rewrite, version } from '../../database/tables/index.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { loadParts, type ChangeReading } from './parts.ts';

/** A block of the draft, with what people call it. */
export type DraftBlock = Block & { blockId: string; number: number | null; html: string };

/** A paragraph of the region's text; a remark is no text of the draft. */
export type RewrittenBlock = Block & { position: number; html: string; isRemark: boolean };

/** A region's text with the draft's that it stands in place of, and what became of each paragraph. */
export type RewriteReading = {
  id: string;
  round: number;
  version: { id: string; number: number };
  region: { id: string; name: string };
  meeting: { id: string; heldOn: string; place: string; attendance: number };
  /** Entered by the working group on the region's behalf. */
  onBehalf: boolean;
  writtenBy: string;
  foreword: string;
  forewordHtml: string;
  /** The headings of what the meeting got through; null where it was the whole text. */
  sections: { blockId: string; text: string }[] | null;
  postedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  revision: number;
  corrections: Corrections;
  /** The draft's blocks within the scope. */
  considered: DraftBlock[];
  /** The rewrite's blocks, remarks among them. */
  blocks: RewrittenBlock[];
  /** How the considered blocks became those that are no remarks. */
  rows: Row[];
  /** One for each row that is not unchanged, in their order. */
  changes: ChangeReading[];
};

const withdrawer = alias(member, 'withdrawer');

/**
 * A rewrite of the document with its changes. One that is not posted yet is there only for those
 * who may speak for its region. Refuses with notFound.
 */
export async function readRewrite(
  context: Context,
  document: DocumentHead,
  rewriteId: string
): Promise<RewriteReading> {
  const [found] = await rewritesWhere(
    context,
    document,
    and(eq(rewrite.id, rewriteId), eq(hearing.documentId, document.id))!
  );
  const mayRead =
    found && (found.postedAt || maySpeakForRegion(context.viewer, document, found.region.id));
  if (!mayRead) throw new Refusal('notFound');
  return found;
}

/** The posted rewrites of a round that have not been withdrawn, by their regions' names. */
export async function listRewrites(
  context: Context,
  document: DocumentHead,
  round: number = document.round
): Promise<RewriteReading[]> {
  const found = await rewritesWhere(
    context,
    document,
    and(
      eq(hearing.documentId, document.id),
      eq(hearing.round, round),
      isNotNull(rewrite.postedAt),
      isNull(rewrite.withdrawnAt)
    )!
  );
  return found.sort((a, b) => compareNames(a.region.name, b.region.name));
}

async function rewritesWhere(
  context: Context,
  document: DocumentHead,
  where: SQL
): Promise<RewriteReading[]> {
  const found = await selectRewrites(context, where);
  const parts = await loadParts(context, document, found);
  return found.map(({ scope, alignment, ...row }) => {
    const { draft, ...own } = parts.of(row);
    const within = scope && new Set(scope);
    const considered = within ? draft.filter(({ blockId }) => within.has(blockId)) : draft;
    return {
      ...row,
      ...own,
      considered,
      sections: scope && scopeHeadings(draft, considered),
      rows: alignment
    };
  });
}

function selectRewrites({ database }: Context, where: SQL) {
  return database
    .select({
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
    })
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
