import type { Block } from '#lib/domain/document/block.ts';
import { formatOf, readText } from '#lib/domain/document/blocks/read-text.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { refuseBadFile } from './file-errors.ts';
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
 * Returns the text of a file in Markdown, in HTML or in plain text, such as text copied from a PDF. The
 * format is decided by the file's name, else by the text. Throws a Refusal if the file cannot be
 * read or has no text (`emptyText`).
 */
export function importText(bytes: Uint8Array, name = ''): ImportedText {
  const source = refuseBadFile(() => readTextFile(bytes, maxTextBytes)).text;
  const { blocks, markdown, setAside } = readText(source, formatOf(name, source));
  if (blocks.length === 0) throw new Refusal('emptyText');
  return { ...takeTitle(blocks), markdown, setAside: setAside.map(({ text }) => text) };
}

/** A file from outside; its name may tell its format. */
export type ImportedFile = { bytes: Uint8Array; name: string };
