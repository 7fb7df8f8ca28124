import { FileEmpty, FileNotText, FileNotUtf8, FileTooLarge } from './errors.ts';
import { fileKind } from './file-kind.ts';

/** A text and the encoding it was found in; whoever asked for it tells of any but the first. */
export interface TextFile {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/**
 * The text of a file of at most `limit` bytes, by its content and not by its name.
 * Takes UTF-8, UTF-16 with its byte order mark, and Windows-1252 where it cannot be anything else.
 * Refuses with FileEmpty, FileNotText (PDF, Word, image …), FileTooLarge or FileNotUtf8.
 */
export function readTextFile(bytes: Uint8Array, limit: number): TextFile {
  if (bytes.length === 0) throw new FileEmpty();
  const kind = fileKind(bytes);
  if (kind !== null) throw new FileNotText(kind);
  if (bytes.length > limit) throw new FileTooLarge(bytes.length, limit);
  const file = decodeText(bytes);
  if (isBinary(file.text)) throw new FileNotText('binary');
  if (file.text.trim() === '') throw new FileEmpty();
  return file;
}

function decodeText(bytes: Uint8Array): TextFile {
  const utf16 = utf16ByItsMark(bytes);
  if (utf16 !== null) return { text: decodeStrictly(bytes, utf16), encoding: 'utf-16' };
  if (bytes.includes(0)) throw new FileNotText('binary');
  try {
    return { text: decodeStrictly(bytes, 'utf-8'), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

function utf16ByItsMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileNotUtf8();
  }
}

/**
 * Any bytes can be read as Windows-1252, so it is believed only where every letter outside ASCII
 * belongs to the languages written here. Damaged UTF-8 shows as `Ã` and `Â` and is refused.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (!ONLY_OUR_LETTERS.test(text)) throw new FileNotUtf8();
  return text;
}

/** ASCII; the letters of Danish, Norwegian, Swedish, German and French; a typist's punctuation. */
const ONLY_OUR_LETTERS =
  /^[\t\n\f\r -~æøåÆØÅäöüÄÖÜßéèêëáàâíóôúçñÉÈÁÓ–—‘’‚“”„…•·«»§°´½¼²³€£©\u00a0\u00ad]*$/u;

/** NUL and its like stand in no text; a few stray control characters do, and are cleaned later. */
function isBinary(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return text.includes('\0') || controls * MOST_CONTROLS > text.length;
}

/** A text out of a PDF can hold one control character in a line; a binary file holds one in ten. */
const MOST_CONTROLS = 30;

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
