import { createHash } from 'node:crypto';
import { align } from '#lib/domain/document/align/align.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import { parseBlocks, type Block } from '#lib/domain/document/index.ts';
import { cutPages, type PageAsked } from '#lib/domain/paging.ts';
import { changedRows } from '#lib/domain/report/compose.ts';
import { pageOfChanges, type ChangesPage } from '#lib/domain/report/pages.ts';
import type { Context } from '../../access/context.ts';
import { alignOnce } from '../../cache/alignments.ts';
import { blocksOf } from '../../text/draft-blocks.ts';
import { askOfIdentity, type IdentityAsked } from './draft-identity.ts';
import { readVersion } from '../../text/versions.ts';
import { type DocumentHead } from '../../access/documents.ts';

/** About what the tags around a paragraph weigh on a page. */
const frame = 300;

/**
 * The text as it would stand in a version, the page of it that is asked for, each block with its
 * number and its HTML.
 */
export function previewOf(markdown: string, asked: PageAsked) {
  const blocks = numbered(blocksOf(markdown));
  const weighed = blocks.map((block) => ({ counts: true, bytes: frame + block.markdown.length }));
  const page = cutPages(weighed).at(asked);
  const own = blocks.slice(page.start, page.end);
  return { blocks: own.map((block) => ({ ...block, html: renderBlock(block) })), page };
}

/** Which page is asked for of what is changed, and of what is asked about it. */
export type PreviewAsked = { changes: PageAsked; identity: PageAsked };

/**
 * What the next version would change in the latest, and what is asked of that; null where there is
 * no version yet.
 */
export async function compareWithLatest(
  context: Context,
  { id, latestVersion }: DocumentHead,
  { markdown, corrections }: { markdown: string; corrections: Corrections },
  asked: PreviewAsked
): Promise<{ changes: ChangesPage; identity: IdentityAsked } | null> {
  if (!latestVersion) return null;
  const before = await readVersion(context, id, latestVersion.number);
  const blocks = numbered(blocksOf(markdown));
  const said = digestOf(JSON.stringify([markdown, corrections]));
  const rows = await alignOnce(context.database, `${before.id} draft ${said}`, {
    ...{ from: before.blocks, to: blocks, corrections }
  });
  const next = { number: latestVersion.number + 1, blocks };
  return {
    changes: pageOfChanges(changedRows(before, next, rows), asked.changes),
    identity: await askOfIdentity(context, before, { blocks, rows, corrections }, asked.identity)
  };
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** What was typed beside what somebody else has saved in the meantime: the first page of it. */
export function changesBetween(saved: string, typed: string): ChangesPage {
  const [before, after] = [saved, typed].map((text) => numbered(parseBlocks(text)));
  const [from, to] = [before!, after!].map((blocks) => ({ number: 0, blocks }));
  return pageOfChanges(changedRows(from!, to!, align(before!, after!)), {});
}

function numbered(blocks: readonly Block[]) {
  let number = 0;
  return blocks.map((block) => ({ ...block, number: block.kind === 'heading' ? null : ++number }));
}
