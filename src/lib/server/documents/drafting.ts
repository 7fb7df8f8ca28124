import { align } from '#lib/domain/document/align/align.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import { parseBlocks, type Block } from '#lib/domain/document/index.ts';
import { changedRows } from '#lib/domain/report/compose.ts';
import type { ReportChanges } from '#lib/domain/report/report.ts';
import type { Context } from '../context.ts';
import { blocksOf } from './draft-blocks.ts';
import { askOfIdentity, type IdentityAsked } from './identity.ts';
import { readVersion, type DocumentHead } from './queries.ts';

/** The text as it would stand in a version, each block with its number and its HTML. */
export function previewOf(markdown: string) {
  return numbered(blocksOf(markdown)).map((block) => ({ ...block, html: renderBlock(block) }));
}

/**
 * What the next version would change in the latest, and what is asked of that; null where there is
 * no version yet.
 */
export async function compareWithLatest(
  context: Context,
  { id, latestVersion }: DocumentHead,
  { markdown, corrections }: { markdown: string; corrections: Corrections }
): Promise<{ changes: ReportChanges; identity: IdentityAsked } | null> {
  if (!latestVersion) return null;
  const before = await readVersion(context, id, latestVersion.number);
  const blocks = numbered(blocksOf(markdown));
  const rows = align(before.blocks, blocks, { corrections });
  const next = { number: latestVersion.number + 1, blocks };
  return {
    changes: changedRows(before, next, rows),
    identity: await askOfIdentity(context, before, { blocks, rows, corrections })
  };
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
