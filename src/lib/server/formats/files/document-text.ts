import type { Block } from '#lib/domain/document/block.ts';
import { formatOf, readText, type TextRead } from '#lib/domain/document/blocks/read-text.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asRefusal, refuseBadFile } from './file-errors.ts';
import { isPdf, readPdf } from './pdf.ts';
import { readTextFile } from './text-file.ts';

/**
 * Bytes of the longest text: more than ten times a policy text of 400 paragraphs, which has 70 KB.
 */
const maxTextBytes = 1_000_000;

/** A text from a file, ready to be a draft or a rewrite. */
export type ImportedText = {
  title: string | null;
  /** The text with its title, if it has one, as the first line. */
  markdown: string;
  /** Its blocks without the title. */
  blocks: Block[];
  /** Text that belongs to the printed page: headers, page numbers, tables of contents. */
  setAside: string[];
};

/**
 * Returns the text of a PDF, or of a file in Markdown, in HTML or in plain text, such as text copied
 * from a PDF. A PDF is known by its content; the other formats are decided by the file's name, else by
 * the text. Throws a Refusal if the file cannot be read or has no text (`emptyText`).
 */
export async function importText(bytes: Uint8Array, name = ''): Promise<ImportedText> {
  const { blocks, markdown, setAside } = await readFile(bytes, name);
  if (blocks.length === 0) throw new Refusal('emptyText');
  return { ...takeTitle(blocks), markdown, setAside: setAside.map(({ text }) => text) };
}

async function readFile(bytes: Uint8Array, name: string): Promise<TextRead> {
  if (isPdf(bytes)) return readPdf(bytes).catch(asRefusal);
  const source = refuseBadFile(() => readTextFile(bytes, maxTextBytes)).text;
  return readText(source, formatOf(name, source));
}

/** A file from outside; its name may tell its format. */
export type ImportedFile = { bytes: Uint8Array; name: string };
