export type { Block, BlockKind } from './block.ts';
export { guessFormat, parseBlocks } from './blocks/parse-blocks.ts';
export type { TextFormat } from './blocks/parse-blocks.ts';
export { toMarkdown } from './blocks/to-markdown.ts';
export { writeBlock } from './blocks/write-block.ts';
export type { PlainBlock } from './blocks/write-block.ts';
export { readPlainText } from './blocks/plain-text.ts';
export type { SetAside } from './blocks/plain-text.ts';
export { sections } from './blocks/section.ts';
export type { Section } from './blocks/section.ts';
export { takeTitle } from './blocks/title.ts';
export { footnoteId, renderBlock, renderMarkdown } from './blocks/html.ts';
export { align } from './align/align.ts';
export type { AlignOptions } from './align/align.ts';
export { CorrectionRefused } from './align/matching.ts';
export type { Corrections, Relation, Row, Together } from './align/row.ts';
export { fold, tokenise } from './words/words.ts';
export type { Token } from './words/words.ts';
export { assignIdentity, firstIdentity, identifyVersions } from './identity/identity.ts';
export type { Ended, Identified, IdentityStep, Known } from './identity/identity.ts';
export { history } from './identity/history.ts';
export type { BlockFate, FateName, VersionStep } from './identity/history.ts';
export { QuoteRefused, locateQuote, selectQuote } from './quote/anchor.ts';
export type {
  FoundQuote,
  LostQuote,
  QuotePlace,
  QuoteSelector,
  QuoteSources
} from './quote/anchor.ts';
export { compare, isChanged } from './comparison/comparison.ts';
export type { ComparedRow, Comparison, Departure } from './comparison/comparison.ts';
export { inPlace, toSide as newSide, fromSide as oldSide } from './comparison/comparison-sides.ts';
export { wordDiff, wordDiffer } from './diff/diff.ts';
export type { DiffOptions, Hunk, Texts } from './diff/diff.ts';
