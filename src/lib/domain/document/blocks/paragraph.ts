import type { Token, Tokens } from 'marked';
import type { Block } from '../block.ts';
import { escapeStart, escapeText } from './escape.ts';
import { inlineMarkdown, inlineText, oneLineMarkdown } from './inline.ts';
import { isLiteral, lex } from './lexer.ts';

/** The block of a heading, on one line however it was written. */
export function headingBlock(token: Tokens.Heading): Block {
  const block = readHeading(token);
  return token.raw.trim().includes('\n') ? sameWhenRead(block) : block;
}

/** The block of a paragraph; a paragraph that is nothing but an image is an image. */
export function paragraphBlock(tokens: readonly Token[] = []): Block {
  const marks = inlineMarkdown(tokens);
  const block = readParagraph(tokens, marks);
  if (tokens[0]?.type === 'checkbox' || tokens.some(isLiteral)) return block;
  const isBroken = marks.includes('\n') || tokens.some(({ raw }) => raw.includes('\\\n'));
  return isBroken || block.markdown !== marks ? sameWhenRead(block) : block;
}

/**
 * The block with its author's marks if they read as the same block again, and else with nothing
 * but its words. Joining lines and escaping a line's beginning can give other marks a meaning;
 * only where one of them was done is it worth a second reading.
 */
function sameWhenRead(block: Block): Block {
  const [token, ...others] = lex(block.markdown).filter(({ type }) => type !== 'space');
  const again = others.length === 0 ? readOne(token) : undefined;
  if (again?.text === block.text && again.markdown === block.markdown) return block;
  if (block.kind === 'heading') return asHeading(block.level, block.text, escapeText(block.text));
  return { ...block, kind: 'paragraph', markdown: escapeText(block.text) };
}

function readOne(token: Token | undefined): Block | undefined {
  if (token?.type === 'heading') return readHeading(token as Tokens.Heading);
  if (token?.type === 'paragraph') return readParagraph((token as Tokens.Paragraph).tokens);
  return undefined;
}

function readHeading({ depth, tokens }: Tokens.Heading): Block {
  const text = inlineText(tokens);
  return asHeading(
    depth,
    text,
    tokens.some(isLiteral) ? escapeText(text) : oneLineMarkdown(tokens)
  );
}

function asHeading(level: number, text: string, words: string): Block {
  const closed = words.replace(/(^|\s)(#+)$/, '$1\\$2');
  return { kind: 'heading', level, marker: '', text, markdown: `${'#'.repeat(level)} ${closed}` };
}

function readParagraph(tokens: readonly Token[], marks = inlineMarkdown(tokens)): Block {
  const text = inlineText(tokens);
  const markdown = tokens.some(isLiteral) ? escapeText(text) : paragraphMarkdown(tokens, marks);
  const kind = isLoneImage(tokens) ? 'image' : 'paragraph';
  return { kind, level: 0, marker: '', text, markdown };
}

function paragraphMarkdown(tokens: readonly Token[], marks: string): string {
  return tokens[0]?.type === 'checkbox' ? marks : escapeStart(marks);
}

function isLoneImage(tokens: readonly Token[]): boolean {
  const seen = tokens.filter(({ type, raw }) => type !== 'br' && raw.trim() !== '');
  return seen.length === 1 && seen[0]?.type === 'image';
}
