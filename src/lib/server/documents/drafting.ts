import { align } from '#lib/domain/document/align/align.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import { parseBlocks, takeTitle, type Block } from '#lib/domain/document/index.ts';
import { changedRows } from '#lib/domain/report/compose.ts';
import type { ReportChanges } from '#lib/domain/report/report.ts';
import type { Context } from '../context.ts';
import { readVersion, type DocumentHead } from './queries.ts';

/** The text as it would stand in a version, each block with its number and its HTML. */
export function previewOf(markdown: string) {
  const { blocks } = takeTitle(parseBlocks(markdown));
  return numbered(blocks).map((block) => ({ ...block, html: renderBlock(block) }));
}

/** What the next version would change in the latest; null where there is none yet. */
export async function changesSinceLatest(
  context: Context,
  { id, latestVersion }: DocumentHead,
  markdown: string
): Promise<ReportChanges | null> {
  if (!latestVersion) return null;
  const before = await readVersion(context, id, latestVersion.number);
  const blocks = numbered(takeTitle(parseBlocks(markdown)).blocks);
  const next = { number: latestVersion.number + 1, blocks };
  return changedRows(before, next, align(before.blocks, blocks));
}

/** What was typed beside what somebody else has saved in the meantime. */
export function changesBetween(saved: string, typed: string): ReportChanges {
  const [before, after] = [saved, typed].map((text) => numbered(parseBlocks(text)));
  return changedRows(
    { number: 0, blocks: before! },
    { number: 0, blocks: after! },
    align(before!, after!)
  );
}

function numbered(blocks: readonly Block[]) {
  let number = 0;
  return blocks.map((block) => ({ ...block, number: block.kind === 'heading' ? null : ++number }));
}
