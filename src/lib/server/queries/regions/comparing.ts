import type { Block } from '#lib/domain/document/block.ts';
import {
  pageOfComparison,
  type ComparisonPage,
  type View
} from '#lib/domain/document/comparison/views.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import type { Context } from '../../access/context.ts';
import { readVersion } from '../../text/versions.ts';
import { type DocumentHead } from '../../access/documents.ts';
import { alignOnce } from '../../cache/alignments.ts';
import { readRewrite } from './rewrites.ts';

/** One of two texts that are compared. */
export type Side = {
  version: number | null;
  /** The region whose text it is; null for the draft's. */
  region: string | null;
  rewriteId: string | null;
  numbers: (number | null)[];
};

/** Two texts, and the page of their comparison that was asked for. */
export type TwoTexts = { from: Side; to: Side; comparison: ComparisonPage };

/** How a comparison is asked for: which page of which view. */
export type Wish = { view: View; asked: PageAsked };

/** Two versions compared, whichever is the older. Refuses with notFound. */
export async function compareVersions(
  context: Context,
  document: DocumentHead,
  { from, to }: { from: number; to: number },
  wish: Wish
): Promise<TwoTexts> {
  const [fromVersion, toVersion] = await Promise.all([
    readVersion(context, document.id, from),
    readVersion(context, document.id, to)
  ]);
  const stored = to === from + 1 ? toVersion.alignment : null;
  const texts = { from: fromVersion.blocks, to: toVersion.blocks };
  const rows =
    stored ?? (await alignOnce(context.database, `${fromVersion.id} ${toVersion.id}`, texts));
  return {
    from: sideOf(from, texts.from),
    to: sideOf(to, texts.to),
    comparison: compareBlocks(texts, rows, wish)
  };
}

/** A version and a region's text, within what its meeting considered. Refuses with notFound. */
export async function compareRewrite(
  context: Context,
  document: DocumentHead,
  { rewriteId, number }: { rewriteId: string; number: number | null },
  wish: Wish
): Promise<TwoTexts> {
  const reading = await readRewrite(context, document, rewriteId);
  const { considered, rows, region, version, sections } = reading;
  const text = reading.blocks.filter(({ isRemark }) => !isRemark);
  const rewritten = {
    ...{ version: null, region: region.name, rewriteId },
    numbers: text.map(() => null)
  };
  if (number === null || number === version.number)
    return {
      from: sideOf(version.number, considered),
      to: rewritten,
      comparison: compareBlocks({ from: considered, to: text }, rows, wish)
    };
  const headings = sections && sections.map(({ blockId }) => blockId);
  const { id, blocks } = await readVersion(context, document.id, number);
  const within = withinScope(blocks, headings);
  const texts = { from: within, to: text };
  const key = `${id} ${rewriteId} ${reading.revision}`;
  const laid = await alignOnce(context.database, key, texts);
  return {
    from: sideOf(number, within),
    to: rewritten,
    comparison: compareBlocks(texts, laid, wish)
  };
}

const sideOf = (version: number, blocks: readonly { number: number | null }[]): Side => ({
  ...{ version, region: null, rewriteId: null },
  numbers: blocks.map(({ number }) => number)
});

const compareBlocks = (
  { from, to }: { from: readonly Block[]; to: readonly Block[] },
  rows: readonly Row[],
  wish: Wish
) => pageOfComparison({ from: from.map(onlyBlock), to: to.map(onlyBlock) }, rows, wish);

/** Without what a comparison does not show: its page is sent as data too. */
const onlyBlock = ({ kind, level, marker, text, markdown }: Block): Block => ({
  ...{ kind, level, marker, text, markdown }
});
