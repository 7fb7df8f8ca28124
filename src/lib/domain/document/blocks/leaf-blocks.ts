/** Part of step 3 of blocks: the blocks that hold no others. */
import type { Token, Tokens } from 'marked';
import type { Block } from '../block.ts';
import { inlineMarkdown, inlineText, oneLineMarkdown } from './inline.ts';
import { isLiteral, lex } from './lexer.ts';
import { escapeInline, escapeStart, escapeText, headingMarkdown } from './write.ts';

/** Returns a heading as a block of one line, however it was written. */
export function headingBlock(token: Tokens.Heading): Block {
  const block = readHeading(token);
  return token.raw.trim().includes('\n') ? sameWhenRead(block) : block;
}

/** Returns a paragraph as a block; one that is nothing but an image is an image. */
export function paragraphBlock(tokens: readonly Token[] = []): Block {
  if (tokens.some(isLiteral)) return readParagraph(tokens);
  const marks = inlineMarkdown(tokens);
  const block = readParagraph(tokens, marks);
  if (tokens[0]?.type === 'checkbox') return block;
  const isBroken = marks.includes('\n') || tokens.some(({ raw }) => raw.includes('\\\n'));
  return isBroken || block.markdown !== marks ? sameWhenRead(block) : block;
}

/**
 * Returns a block with its author's marks if they read as the same block again, and otherwise with
 * nothing but its words. Only needed if lines were joined or the start of a line escaped, which can
 * give other marks a meaning.
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
  return { kind: 'heading', level, marker: '', text, markdown: headingMarkdown(level, words) };
}

function readParagraph(tokens: readonly Token[], marks?: string): Block {
  const text = inlineText(tokens);
  const markdown = tokens.some(isLiteral)
    ? escapeText(text)
    : paragraphMarkdown(tokens, marks ?? inlineMarkdown(tokens));
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

/** Returns code as it is shown: below what stood behind its fence, if anything did. */
export function codeText({ lang, text }: Tokens.Code): string {
  return lang ? `${lang}\n${text}` : text;
}

/** Returns code as a block with a fence, however it was marked. */
export function codeBlock(token: Tokens.Code): Block {
  const spaced = codeText(token)
    .normalize('NFC')
    .replace(/[^\S\n\t]/g, ' ');
  const text = spaced.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const markdown = `${fence}\n${text}\n${fence}`;
  return { kind: 'code', level: 0, marker: '', text, markdown };
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Returns a table as a block, whose text has a line for each row and a tab between cells. */
export function tableBlock(token: Tokens.Table): Block {
  const rows = [token.header, ...token.rows];
  const text = rows
    .map((row) => row.map(cellText).join('\t').trim())
    .join('\n')
    .trim();
  const lines = rows.map((row) => tableLine(row.map(cellMarkdown)));
  lines.splice(1, 0, tableLine(token.align.map(alignmentMark)));
  return { kind: 'table', level: 0, marker: '', text, markdown: lines.join('\n') };
}

function cellText(cell: Tokens.TableCell): string {
  return inlineText(cell.tokens);
}

function cellMarkdown({ tokens }: Tokens.TableCell): string {
  const markdown = tokens.some(isLiteral)
    ? escapeInline(inlineText(tokens))
    : oneLineMarkdown(tokens);
  return markdown.replaceAll('|', '\\|');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function alignmentMark(align: Tokens.TableCell['align']): string {
  if (align === 'center') return ':-:';
  return align === 'right' ? '--:' : align === 'left' ? ':--' : '---';
}
