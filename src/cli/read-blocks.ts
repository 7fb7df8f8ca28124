import { readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';
import { formatOf, readText, type TextRead } from '#lib/domain/document/blocks/read-text.ts';
import { BadInput } from './command.ts';

/** Returns the blocks of a file of Markdown, HTML or text. Throws BadInput as `readTextFile` does. */
export function readBlocks(path: string): Block[] {
  return readTextFile(path).blocks;
}

/** Returns a file of Markdown, HTML or text as it is read. Throws BadInput if it is missing, empty or no UTF-8 text. */
export function readTextFile(path: string): TextRead {
  const bytes = readBytes(path);
  if (bytes.length === 0) throw new BadInput(`${path} is empty`);
  const source = decode(path, bytes);
  const text = readText(source, formatOf(path, source));
  if (text.blocks.length === 0) throw new BadInput(`${path} has no text in it`);
  return text;
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
