import { createHash } from 'node:crypto';
import { align } from '#lib/domain/document/align/align.ts';
import { CorrectionRefused } from '#lib/domain/document/align/matching.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import type { Block } from '#lib/domain/document/block.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import { carryCorrections } from '#lib/domain/hearing/corrections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { alignOnce } from '../cache/alignments.ts';
import type { Database } from '../database/open.ts';

/** Returns the blocks of a draft without its title, as a version has them. */
export const parseDraft = (markdown: string): Block[] => takeTitle(parseBlocks(markdown)).blocks;

/** A draft, its blocks and the working group's corrections of its alignment. */
export type DraftText = { markdown: string; blocks: readonly Block[]; corrections: Corrections };

/**
 * Returns the alignment of the latest version with the draft. It is cached, so that the preview,
 * its questions and the publication of a text align it once. Throws Refusal('stale') if the
 * corrections do not fit the texts.
 */
export async function alignDraft(
  database: Database,
  latest: { id: string; blocks: readonly Block[] },
  { markdown, blocks, corrections }: DraftText
): Promise<Row[]> {
  const digest = createHash('sha256').update(JSON.stringify([markdown, corrections]));
  const key = `${latest.id} draft ${digest.digest('base64url')}`;
  try {
    return await alignOnce(database, key, { from: latest.blocks, to: blocks, corrections });
  } catch (thrown) {
    if (thrown instanceof CorrectionRefused) throw new Refusal('stale');
    throw thrown;
  }
}

/**
 * Returns the corrections of the draft `before` carried over to `markdown`; those that no longer
 * fit are dropped.
 */
export function carryDraftCorrections(
  markdown: string,
  before: { markdown: string; corrections: Corrections }
): Corrections {
  const { together = [], apart = [] } = before.corrections;
  if (together.length + apart.length === 0) return {};
  const rows = align(parseDraft(before.markdown), parseDraft(markdown));
  return carryCorrections(before.corrections, rows);
}
