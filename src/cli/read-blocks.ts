import { readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';
import { guessFormat, parseBlocks, type TextFormat } from '#lib/domain/document/blocks/blocks.ts';
import { readPlainText } from '#lib/domain/document/blocks/plain/plain.ts';
import { BadInput } from './command.ts';

/** The blocks of a text, and what of it was set aside because it belongs to the paper. */
export type TextRead = ReturnType<typeof readPlainText>;

/** Returns the blocks of a Markdown or text file. Throws BadInput as `readText` does. */
export function readBlocks(path: string): Block[] {
  return readText(path).blocks;
}

/** Returns a Markdown or text file as it is read. Throws BadInput if it is missing, empty or no UTF-8 text. */
export function readText(path: string): TextRead {
  const bytes = readBytes(path);
  if (bytes.length === 0) throw new BadInput(`${path} is empty`);
  const source = decode(path, bytes);
  const text = readAs(formatOf(path, source), source);
  if (text.blocks.length === 0) throw new BadInput(`${path} has no text in it`);
  return text;
}

function readAs(format: TextFormat, source: string): TextRead {
  if (format === 'plain') return readPlainText(source);
  return { blocks: parseBlocks(source, format), setAside: [] };
}

/** Returns the bytes of a file. Throws BadInput if it cannot be read. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new BadInput(`${path} ${reason(error)}`);
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EISDIR') return 'is a directory';
  return `cannot be read (${code})`;
}

function decode(path: string, bytes: Uint8Array): string {
  if (hasUtf16Mark(bytes)) throw new BadInput(`${path} is UTF-16; save it as UTF-8`);
  if (bytes.includes(0)) throw new BadInput(`${path} is binary, not text`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${path} is not UTF-8 text`);
  }
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function formatOf(path: string, source: string): TextFormat {
  if (/\.(?:md|markdown)$/i.test(path)) return 'markdown';
  if (/\.(?:txt|text)$/i.test(path)) return 'plain';
  return guessFormat(source);
}
