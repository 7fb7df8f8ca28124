import {
  type Block,
  guessFormat,
  parseBlocks,
  readPlainText,
  takeTitle,
  type TextFormat,
  toMarkdown
} from '#lib/domain/document/index.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { reading } from './refusals.ts';
import { readTextFile } from './text-file.ts';

/** A policy text of 400 paragraphs is 70 KB; ten of them are no document. */
const longestText = 1_000_000;

/** A text from outside, ready to be a draft or a rewrite. */
export type ImportedText = {
  title: string | null;
  /** The text, its title first where it has one. */
  markdown: string;
  /** Its blocks, the title not counted. */
  blocks: Block[];
  /** What belonged to the paper and not to the text: headers, page numbers, contents. */
  setAside: string[];
};

/**
 * Reads Markdown, or text without marks as it comes out of a PDF: by the name of the file where it
 * tells, else by what the text looks like. Refuses what is no text, or has none in it.
 */
export function readText(bytes: Uint8Array, name = ''): ImportedText {
  const source = reading(() => readTextFile(bytes, longestText)).text;
  const read = formatOf(name, source) === 'plain' ? readPlain(source) : readMarkdown(source);
  if (read.blocks.length === 0) throw new Refusal('emptyText');
  return read;
}

function formatOf(name: string, source: string): TextFormat {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\.(?:txt|text)$/i.test(name)) return 'plain';
  return guessFormat(source);
}

function readPlain(source: string): ImportedText {
  const { blocks, setAside } = readPlainText(source);
  return {
    ...takeTitle(blocks),
    markdown: toMarkdown(blocks),
    setAside: setAside.map(({ text }) => text)
  };
}

const readMarkdown = (markdown: string): ImportedText => ({
  ...takeTitle(parseBlocks(markdown)),
  markdown,
  setAside: []
});

/** A file from outside; its name is there to tell what it holds. */
export type ImportedFile = { bytes: Uint8Array; name: string };
