import { align, type Block } from '#lib/domain/document/index.ts';
import { compare, type Comparison } from '#lib/domain/document/comparison/comparison.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import type { Context } from '../context.ts';
import { readVersion, type DocumentHead } from '../documents/queries.ts';
import { readRewrite } from './queries.ts';

/** One of two texts that are compared. */
export type Side = {
  version: number | null;
  /** The region whose text it is; null for the draft's. */
  region: string | null;
  rewriteId: string | null;
  numbers: (number | null)[];
};

export type TwoTexts = { old: Side; new: Side; comparison: Comparison };

/** Two versions compared, whichever is the older. Refuses with notFound. */
export async function compareVersions(
  context: Context,
  document: DocumentHead,
  from: number,
  to: number
): Promise<TwoTexts> {
  const [old, newer] = await Promise.all([
    readVersion(context, document.id, from),
    readVersion(context, document.id, to)
  ]);
  const stored = to === from + 1 ? newer.alignment : null;
  const rows = stored ?? align(old.blocks, newer.blocks);
  return {
    old: sideOf(from, old.blocks),
    new: sideOf(to, newer.blocks),
    comparison: compareBlocks(old.blocks, newer.blocks, rows)
  };
}

/** A version and a region's text, within what its meeting considered. Refuses with notFound. */
export async function compareRewrite(
  context: Context,
  document: DocumentHead,
  rewriteId: string,
  number: number | null
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
      old: sideOf(version.number, considered),
      new: rewritten,
      comparison: compareBlocks(considered, text, rows)
    };
  const headings = sections && sections.map(({ blockId }) => blockId);
  const { blocks } = await readVersion(context, document.id, number);
  const within = withinScope(blocks, headings);
  return {
    old: sideOf(number, within),
    new: rewritten,
    comparison: compareBlocks(within, text, align(within, text))
  };
}

const sideOf = (version: number, blocks: readonly { number: number | null }[]): Side => ({
  ...{ version, region: null, rewriteId: null },
  numbers: blocks.map(({ number }) => number)
});

const compareBlocks = (old: readonly Block[], newer: readonly Block[], rows: readonly Row[]) =>
  compare(old.map(onlyBlock), newer.map(onlyBlock), rows);

/** Without what a comparison does not show: its page is sent as data too. */
const onlyBlock = ({ kind, level, marker, text, markdown }: Block): Block => ({
  ...{ kind, level, marker, text, markdown }
});
