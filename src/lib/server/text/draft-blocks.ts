import { createHash } from 'node:crypto';
import {
  align,
  CorrectionRefused,
  parseBlocks,
  takeTitle,
  type Block,
  type Corrections,
  type Row
} from '#lib/domain/document/index.ts';
import { carryCorrections } from '#lib/domain/hearing/corrections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { alignOnce } from '../cache/alignments.ts';
import type { Database } from '../database/open.ts';

/** Returns the blocks of a draft as a version has them: without the title. */
export const blocksOf = (markdown: string): Block[] => takeTitle(parseBlocks(markdown)).blocks;

/** A draft with its blocks, and the working group's corrections of which paragraph became which. */
export type DraftText = { markdown: string; blocks: readonly Block[]; corrections: Corrections };

/**
 * Returns the alignment of the latest version with the draft. It is cached, so that the preview, the
 * answers to its questions and the publishing of one text align it once. Throws Refusal('stale') if
 * the corrections do not fit the two texts.
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

/** Returns the corrections of the draft before, carried over to the new text; those that do not fit it are dropped. */
export function correctionsOn(
  markdown: string,
  before: { markdown: string; corrections: Corrections }
): Corrections {
  const { together = [], apart = [] } = before.corrections;
  if (together.length + apart.length === 0) return {};
  const rows = align(blocksOf(before.markdown), blocksOf(markdown));
  return carryCorrections(before.corrections, rows);
}
