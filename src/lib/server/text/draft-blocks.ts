import { align, parseBlocks, takeTitle, type Block } from '#lib/domain/document/index.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { carryCorrections } from '#lib/domain/hearing/pairings.ts';

/** The blocks of a draft as they will stand in a version: without the title. */
export const blocksOf = (markdown: string): Block[] => takeTitle(parseBlocks(markdown)).blocks;

/** What was said of the draft's paragraphs, as it holds of the text that they have become. */
export function correctionsOn(
  markdown: string,
  before: { markdown: string; corrections: Corrections }
): Corrections {
  const { together = [], apart = [] } = before.corrections;
  if (together.length + apart.length === 0) return {};
  const rows = align(blocksOf(before.markdown), blocksOf(markdown));
  return carryCorrections(before.corrections, rows);
}
