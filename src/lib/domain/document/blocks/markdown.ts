/** Step 3 of blocks: makes blocks of the tokens of a Markdown text. */
import type { Token, Tokens } from 'marked';
import type { Block } from '../block.ts';
import { textWithNumber } from '../marks.ts';
import { separateFootnotes } from './footnote.ts';
import type { FootnoteToken } from './footnote.ts';
import { separateClauses } from './clause-lines.ts';
import { beginsWithDay } from './kept-marks.ts';
import { lex } from './lexer.ts';
import { codeBlock, headingBlock, paragraphBlock, tableBlock } from './leaf-blocks.ts';
import { cleanSource } from './source.ts';
import { hang, itemBlock, toMarkdown, writeBlock } from './write.ts';

/**
 * Returns the blocks of a Markdown text in its order. Every paragraph, heading, list item, table,
 * piece of code, footnote and lone image is one, and so is every paragraph of a quotation. Further
 * paragraphs of a list item are list items with an empty marker. Rules (`---`) are none.
 */
export function parseMarkdown(source: string): Block[] {
  const lines = cleanSource(source).replaceAll('\f', '\n\n');
  return visibleBlocks(lex(separateFootnotes(separateClauses(lines))));
}

function visibleBlocks(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(blocksOf).filter((block) => block.text !== '');
}

function blocksOf(token: Token): Block[] {
  switch (token.type) {
    case 'heading':
      return [headingBlock(token as Tokens.Heading)];
    case 'paragraph':
    case 'text':
      return [paragraphBlock((token as Tokens.Paragraph).tokens)];
    case 'blockquote':
      return quotationBlocks((token as Tokens.Blockquote).tokens);
    case 'list':
      return listBlocks(token as Tokens.List, 0);
    case 'code':
      return [codeBlock(token as Tokens.Code)];
    case 'table':
      return [tableBlock(token as Tokens.Table)];
    case 'footnote':
      return [footnoteBlock(token as FootnoteToken)];
  }
  return [];
}

/** Returns a block for each paragraph of a quotation; a list in it stays whole. */
function quotationBlocks(tokens: readonly Token[]): Block[] {
  const parts: Block[][] = [];
  for (const block of visibleBlocks(tokens)) {
    const part = parts.at(-1);
    if (block.kind === 'listItem' && part?.[0]?.kind === 'listItem') part.push(block);
    else parts.push([block]);
  }
  return parts.map((part) => ({
    kind: 'quotation',
    level: 0,
    marker: '',
    text: joinedText(part),
    markdown: toMarkdown(part)
      .trimEnd()
      .replace(/^(?=.)/gm, '> ')
      .replace(/^$/gm, '>')
  }));
}

function listBlocks(list: Tokens.List, depth: number): Block[] {
  return list.items.flatMap((item) => itemBlocks(item, depth));
}

function itemBlocks(item: Tokens.ListItem, depth: number): Block[] {
  const blocks: Block[] = [];
  let marker = /^\s*([-+*]|\d{1,9}[.)])/.exec(item.raw)?.[1] ?? '-';
  /** An item of nothing but a number keeps it as its words. */
  const numberAlone = () =>
    writeBlock({ kind: 'listItem', text: marker, level: depth, marker: '-' });
  for (const token of withBox(item.tokens).flatMap(withReference).map(withoutTabs)) {
    if (token.type === 'list') {
      if (/^\d/.test(marker)) blocks.push(numberAlone());
      marker = blocks.length > 0 ? '' : marker;
      blocks.push(...listBlocks(token as Tokens.List, marker ? depth : depth + 1));
      continue;
    }
    for (const block of visibleBlocks([token])) {
      if (block.kind !== 'paragraph' && beginsWithDay(`${marker} `)) {
        blocks.push(numberAlone());
        marker = '';
      }
      blocks.push(itemBlock(block, depth, marker));
      marker = '';
    }
  }
  return blocks.length === 0 && /^\d/.test(marker) ? [numberAlone()] : blocks;
}

/** Puts a box to tick into the paragraph that it belongs to. */
function withBox(tokens: readonly Token[]): readonly Token[] {
  const [box, first, ...rest] = tokens;
  if (box?.type !== 'checkbox' || !first) return tokens;
  return [{ ...first, tokens: [box, ...((first as Tokens.Text).tokens ?? [])] } as Token, ...rest];
}

/**
 * Returns a footnote inside a list item as paragraphs that begin with its label: as a block of its
 * own it would be read as a footnote outside of the list.
 */
function withReference(token: Token): readonly Token[] {
  if (token.type !== 'footnote') return [token];
  const { label, tokens = [] } = token as FootnoteToken;
  const reference: Token = { type: 'footnoteReference', raw: `[^${label}]`, label };
  const [first, ...rest] = tokens;
  if (first?.type !== 'paragraph')
    return [paragraphOf([reference]), ...tokens.flatMap(withReference)];
  const space: Token = { type: 'text', raw: ' ', text: ' ' };
  return [paragraphOf([reference, space, ...(first.tokens ?? [])]), ...rest.flatMap(withReference)];
}

/** Returns code inside a list item with spaces for tabs, whose width would change with the item's. */
function withoutTabs(token: Token): Token {
  if (token.type !== 'code') return token;
  const { text } = token as Tokens.Code;
  const spaced = text.replace(/^\s+/gm, (margin) => margin.replaceAll('\t', '    '));
  return { ...token, text: spaced } as Token;
}

function paragraphOf(tokens: Token[]): Token {
  return { type: 'paragraph', raw: '', text: '', tokens };
}

function footnoteBlock({ label, tokens = [] }: FootnoteToken): Block {
  const blocks = visibleBlocks(tokens);
  const markdown = hang(`[^${label}]: `, toMarkdown(blocks).trimEnd(), 4);
  return { kind: 'footnote', level: 0, marker: label, text: joinedText(blocks), markdown };
}

function joinedText(blocks: readonly Block[]): string {
  return blocks.map(textWithin).join('\n');
}

/** Returns a block's text inside another block: after its number, or the label of a footnote. */
function textWithin(block: Block): string {
  return block.kind === 'footnote' ? `[${block.marker}] ${block.text}` : textWithNumber(block);
}
