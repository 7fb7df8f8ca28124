import { writeQuotation } from '#lib/domain/hearing/quotation.ts';
import type { Finding } from './problems.ts';

/**
 * Returns the text with `[quote="Agnes, post:3, topic:1"]…[/quote]` as Markdown quotations under
 * the name quoted, nested as they are. A quotation that is not closed is left as typed.
 */
export function convertQuotations(markdown: string): { markdown: string; findings: Finding[] } {
  const open: Quotation[] = [{ mark: '', text: '' }];
  const findings: Finding[] = [];
  for (const [part, , start, end] of markdown.matchAll(PARTS)) {
    if (start !== undefined) open.push({ mark: part, text: '' });
    else if (end === undefined || open.length === 1) append(open, part);
    else close(open);
  }
  while (open.length > 1) {
    const { mark, text } = open.pop()!;
    findings.push({ problem: 'quoteUnclosed', detail: mark });
    append(open, mark + text);
  }
  return { markdown: open[0]!.text.trim(), findings };
}

interface Quotation {
  readonly mark: string;
  text: string;
}

/** Code, in which nothing is markup; the marks of quotations; any other text. */
const PARTS =
  /(^ {0,3}```[^]*?(?:^ {0,3}```|(?![^]))|`[^`\n]+`)|(\[quote(?:=[^\]\n]*)?\])|(\[\/quote\])|[^`[]+|[`[]/gim;

function append(open: readonly Quotation[], text: string): void {
  const last = open.at(-1)!;
  last.text += last.text.endsWith('\n\n') ? text.replace(/^\n+/, '') : text;
}

function close(open: Quotation[]): void {
  const { mark, text } = open.pop()!;
  const above = open.at(-1)!;
  const gap = above.text.trim() === '' ? '' : '\n\n';
  above.text = `${above.text.trimEnd()}${gap}${writeQuotation(nameIn(mark), text.trim())}\n\n`;
}

function nameIn(mark: string): string {
  return (
    /^\[quote=["“”']?(.*?)(?:,\s*(?:post|topic|full|username):.*?)?["“”']?\]$/i
      .exec(mark)?.[1]
      ?.trim() ?? ''
  );
}
