import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Block } from '#lib/domain/document/block.ts';
import {
  pageOfComparison,
  type ComparisonPage,
  type View
} from '#lib/domain/document/comparison/views.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { hearing, meeting, region, rewrite, version } from '../../database/tables/index.ts';
import { readVersion } from '../../text/versions.ts';
import { type DocumentHead } from '../../access/documents.ts';
import { alignOnce } from '../../cache/alignments.ts';
import { readRewrite } from './rewrites.ts';

/** One of two texts that are compared: a version, or a region's rewrite. */
export type ComparedText = {
  /** The number of the version; null for a rewrite. */
  version: number | null;
  /** The name of the region; null for a version. */
  region: string | null;
  rewriteId: string | null;
  /** The numbers of its blocks; null for a heading and for a block of a rewrite. */
  numbers: (number | null)[];
};

/** Two texts, and a page of their comparison. */
export type ComparedTexts = {
  from: ComparedText;
  to: ComparedText;
  comparison: ComparisonPage;
};

/** What an address asks of a comparison: a page of a view. */
export type ComparisonAsked = { view: View; asked: PageAsked };

/**
 * Returns the document's posted rewrites, of every round, to choose among: the newest round first,
 * then by their regions' names.
 */
export async function listRewriteChoices({ database }: Context, documentId: string) {
  const found = await database
    .select({
      id: rewrite.id,
      regionName: region.name,
      round: hearing.round,
      versionNumber: version.number
    })
    .from(rewrite)
    .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .innerJoin(version, eq(version.id, rewrite.versionId))
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .where(
      and(
        eq(hearing.documentId, documentId),
        isNotNull(rewrite.postedAt),
        isNull(rewrite.withdrawnAt)
      )
    )
    .orderBy(asc(rewrite.postedAt));
  return found.sort(
    (one, other) => other.round - one.round || compareNames(one.regionName, other.regionName)
  );
}

/** Returns the comparison of two versions in either order. Throws as readVersion does. */
export async function compareVersions(
  context: Context,
  document: DocumentHead,
  { from, to }: { from: number; to: number },
  asked: ComparisonAsked
): Promise<ComparedTexts> {
  const [fromVersion, toVersion] = await Promise.all([
    readVersion(context, document.id, from),
    readVersion(context, document.id, to)
  ]);
  const stored = to === from + 1 ? toVersion.alignment : null;
  const texts = { from: fromVersion.blocks, to: toVersion.blocks };
  const rows =
    stored ?? (await alignOnce(context.database, `${fromVersion.id} ${toVersion.id}`, texts));
  return {
    from: versionText(from, texts.from),
    to: versionText(to, texts.to),
    comparison: compareBlocks(texts, rows, asked)
  };
}

/**
 * Returns the comparison of a version, by default the one that the rewrite was written on, with a
 * rewrite, within the scope of the rewrite. Throws as readRewrite and readVersion do.
 */
export async function compareRewrite(
  context: Context,
  document: DocumentHead,
  { rewriteId, number }: { rewriteId: string; number: number | null },
  asked: ComparisonAsked
): Promise<ComparedTexts> {
  const rewrite = await readRewrite(context, document, rewriteId);
  const { considered, rows, region, version, sections } = rewrite;
  const text = rewrite.blocks.filter(({ isRemark }) => !isRemark);
  const rewritten = {
    ...{ version: null, region: region.name, rewriteId },
    numbers: text.map(() => null)
  };
  if (number === null || number === version.number)
    return {
      from: versionText(version.number, considered),
      to: rewritten,
      comparison: compareBlocks({ from: considered, to: text }, rows, asked)
    };
  const headings = sections && sections.map(({ blockId }) => blockId);
  const { id, blocks } = await readVersion(context, document.id, number);
  const within = withinScope(blocks, headings);
  const texts = { from: within, to: text };
  const key = `${id} ${rewriteId} ${rewrite.revision}`;
  const aligned = await alignOnce(context.database, key, texts);
  return {
    from: versionText(number, within),
    to: rewritten,
    comparison: compareBlocks(texts, aligned, asked)
  };
}

const versionText = (
  version: number,
  blocks: readonly { number: number | null }[]
): ComparedText => ({
  ...{ version, region: null, rewriteId: null },
  numbers: blocks.map(({ number }) => number)
});

const compareBlocks = (
  { from, to }: { from: readonly Block[]; to: readonly Block[] },
  rows: readonly Row[],
  asked: ComparisonAsked
) => pageOfComparison({ from: from.map(onlyBlock), to: to.map(onlyBlock) }, rows, asked);

/** Returns the block without what a comparison does not show: it is sent to the page as data too. */
const onlyBlock = ({ kind, level, marker, text, markdown }: Block): Block => ({
  ...{ kind, level, marker, text, markdown }
});
