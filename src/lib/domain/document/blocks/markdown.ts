import type { Token, Tokens } from 'marked';
import type { Block } from '../block.ts';
import { cleanSource } from './clean-source.ts';
import { separateFootnotes } from './footnote.ts';
import type { FootnoteToken } from './footnote.ts';
import { lex } from './lexer.ts';
import { headingBlock, paragraphBlock } from './paragraph.ts';
import { codeBlock, tableBlock } from './standing.ts';
import { hang, toMarkdown } from './to-markdown.ts';

/**
 * The blocks of a Markdown text, in its order. Every paragraph, heading, list item, table, piece of
 * code, footnote and lone image is one; so is every paragraph of a quotation. Further paragraphs of
 * a list item are list items with an empty marker. Rules (`---`) and comments make no block.
 */
export function parseMarkdown(source: string): Block[] {
  const tokens = lex(separateFootnotes(cleanSource(source).replaceAll('\f', '\n\n')));
  return seenBlocks(tokens);
}

function seenBlocks(tokens: readonly Token[]): Block[] {
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

/** One block for each paragraph of a quotation; a list in it stays whole. */
function quotationBlocks(tokens: readonly Token[]): Block[] {
  const parts: Block[][] = [];
  for (const block of seenBlocks(tokens)) {
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
  for (const token of withBox(item.tokens).flatMap(withReference).map(withoutTabs)) {
    if (token.type === 'list') {
      blocks.push(...listBlocks(token as Tokens.List, marker ? depth : depth + 1));
      continue;
    }
    for (const block of seenBlocks([token])) {
      blocks.push(listItem(block, depth, marker));
      marker = '';
    }
  }
  return blocks;
}

/** Puts a box to tick into the paragraph it belongs to. */
function withBox(tokens: readonly Token[]): readonly Token[] {
  const [box, first, ...rest] = tokens;
  if (box?.type !== 'checkbox' || !first) return tokens;
  return [{ ...first, tokens: [box, ...((first as Tokens.Text).tokens ?? [])] } as Token, ...rest];
}

/**
 * A note within an item is no footnote, since its block would be read as one apart from its list:
 * its label stands in front of what it says.
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

/** Within an item a tabulator before code is as wide as its column, which the written item moves. */
function withoutTabs(token: Token): Token {
  if (token.type !== 'code') return token;
  const { text } = token as Tokens.Code;
  const spaced = text.replace(/^\s+/gm, (margin) => margin.replaceAll('\t', '    '));
  return { ...token, text: spaced } as Token;
}

function paragraphOf(tokens: Token[]): Token {
  return { type: 'paragraph', raw: '', text: '', tokens };
}

function listItem(block: Block, depth: number, marker: string): Block {
  const markdown = marker ? hang(`${marker} `, block.markdown) : block.markdown;
  return { kind: 'listItem', level: depth, marker, text: block.text, markdown };
}

function footnoteBlock({ label, tokens = [] }: FootnoteToken): Block {
  const blocks = seenBlocks(tokens);
  const markdown = hang(`[^${label}]: `, toMarkdown(blocks).trimEnd(), 4);
  return { kind: 'footnote', level: 0, marker: label, text: joinedText(blocks), markdown };
}

function joinedText(blocks: readonly Block[]): string {
  return blocks.map(textWithin).join('\n');
}

/** Within another block a footnote has no margin for its label; a reader sees it before the text. */
function textWithin({ kind, marker, text }: Block): string {
  return kind === 'footnote' ? `[${marker}] ${text}` : text;
}
