import type { Tokens } from 'marked';
import type { Block } from '../block.ts';
import { inlineText, oneLineMarkdown } from './inline.ts';
import { escapeInline } from './escape.ts';
import { isLiteral } from './lexer.ts';

/** A piece of code as a fenced block, however it was marked. */
export function codeBlock(token: Tokens.Code): Block {
  const spaced = token.text.normalize('NFC').replace(/[^\S\n\t]/g, ' ');
  const text = spaced.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const language = /^[\w+#-]*/.exec(token.lang ?? '')?.[0] ?? '';
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const markdown = `${fence}${language}\n${text}\n${fence}`;
  return { kind: 'code', level: 0, marker: '', text, markdown };
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A table; its text has a line for each row and a tabulator between cells. */
export function tableBlock(token: Tokens.Table): Block {
  const rows = [token.header, ...token.rows];
  const text = rows
    .map((row) => row.map(cellText).join('\t').trim())
    .join('\n')
    .trim();
  const lines = rows.map((row) => tableLine(row.map(cellMarkdown)));
  lines.splice(1, 0, tableLine(token.align.map(rule)));
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

function rule(align: Tokens.TableCell['align']): string {
  if (align === 'center') return ':-:';
  return align === 'right' ? '--:' : align === 'left' ? ':--' : '---';
}
