import type { Block } from '#lib/domain/document/block.ts';
import { readArguments } from './arguments.ts';
import { BadInput, type Command } from './command.ts';
import { readText } from '#lib/domain/document/blocks/read-text.ts';
import { readMail } from '#lib/server/formats/email/eml.ts';
import { readLetterText } from '#lib/server/formats/email/letter-text.ts';
import { readPdf } from '#lib/server/formats/files/pdf.ts';
import { readBytes, readTextFile } from './read-blocks.ts';

export const blocksCommand: Command = {
  summary: 'print the paragraphs that a text is read as',
  usage: `Usage: npm run lydhoer -- blocks FILE [--json]

Reads a PDF, a mail (.eml) or a file of Markdown, HTML or plain text as the forum does, and
prints each of its blocks on a line: its place, counted from 0, its kind, its level, its number or
mark, and its text.
Below them stands what was set aside because it belongs to the paper: page numbers, running heads,
the table of contents.

  --json   print one JSON object instead: { blocks, setAside }
`,
  run: printBlocks
};

async function printBlocks(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new BadInput('blocks needs one file');
  const text = await readAny(path);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ blocks: text.blocks, setAside: text.setAside })}\n`
      : blockTable(text)
  );
}

/** A file as it was read: its blocks, and what stands in it but is no part of the text. */
interface FileRead {
  readonly blocks: readonly Block[];
  readonly setAside: readonly { readonly kind: string; readonly text: string }[];
}

/** Returns a file of any format as it is read. Throws BadInput as the readers of each do. */
async function readAny(path: string): Promise<FileRead> {
  if (/\.eml$/i.test(path)) return readMailFile(path);
  if (/\.pdf$/i.test(path)) return readPdf(readBytes(path)).catch(badInput(path));
  return readTextFile(path);
}

const badInput = (path: string) => (error: Error) => {
  throw new BadInput(`${path}: ${error.message}`);
};

/** Returns the words of an .eml file as a letter. Throws BadInput if it is no mail, or has none. */
async function readMailFile(path: string): Promise<FileRead> {
  const mail = await readMail(readBytes(path)).catch(badInput(path));
  const { markdown, tail } = readLetterText(mail.text);
  const setAside = tail === '' ? [] : [{ kind: 'tail', text: tail }];
  return { blocks: readText(markdown, 'markdown').blocks, setAside };
}

/** Returns the blocks as a table, and below it what was set aside. */
function blockTable({ blocks, setAside }: FileRead): string {
  const rows = blocks.map(rowOf);
  const heads = ['', 'kind', 'level', 'mark'];
  const widths = heads.map((head, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]!.length), head.length)
  );
  const lines = [[...heads, 'text'], ...rows].map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  );
  const aside = setAside.flatMap(({ kind, text }) =>
    text.split('\n').map((line) => `${kind}  ${line.trim()}`)
  );
  const all = [...lines, ...(aside.length > 0 ? ['', 'Set aside:', ...aside] : [])];
  return `${all.map((line) => line.trimEnd()).join('\n')}\n`;
}

function rowOf({ kind, level, marker, text }: Block, place: number): string[] {
  return [String(place), kind, String(level), marker, text.replace(/\s+/g, ' ')];
}
