import { FileEmpty, FileNotText, FileNotUtf8, FileTooLarge } from './file-errors.ts';
import { detectFileKind } from './file-kind.ts';

/** A text and the encoding that it was found in; callers report any encoding but UTF-8. */
export interface TextFile {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/**
 * Returns the text of a file of at most `limit` bytes, by its content and not by its name: UTF-8,
 * UTF-16 with a byte order mark, or Windows-1252 if it can be nothing else. Throws FileEmpty,
 * FileNotText, FileTooLarge or FileNotUtf8.
 */
export function readTextFile(bytes: Uint8Array, limit: number): TextFile {
  if (bytes.length === 0) throw new FileEmpty();
  const kind = detectFileKind(bytes);
  if (kind !== null) throw new FileNotText(kind);
  if (bytes.length > limit) throw new FileTooLarge(bytes.length, limit);
  const file = decodeText(bytes);
  if (isBinary(file.text)) throw new FileNotText('binary');
  if (file.text.trim() === '') throw new FileEmpty();
  return file;
}

function decodeText(bytes: Uint8Array): TextFile {
  const utf16 = findUtf16(bytes);
  if (utf16 !== null) return { text: decodeStrictly(bytes, utf16), encoding: 'utf-16' };
  if (bytes.includes(0)) throw new FileNotText('binary');
  try {
    return { text: decodeStrictly(bytes, 'utf-8'), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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
 * Returns the text of Windows-1252 bytes. Since any bytes are valid in it, throws FileNotUtf8 if
 * the text has letters of other languages than those written here, such as the `Ã` and `Â` of
 * damaged UTF-8.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (!ONLY_OUR_LETTERS.test(text)) throw new FileNotUtf8();
  return text;
}

/** ASCII, the letters of Danish, Norwegian, Swedish, German and French, and common punctuation. */
const ONLY_OUR_LETTERS =
  /^[\t\n\f\r -~æøåÆØÅäöüÄÖÜßéèêëáàâíóôúçñÉÈÁÓ–—‘’‚“”„…•·«»§°´½¼²³€£©\u00a0\u00ad]*$/u;

/**
 * Returns whether a text has so many control characters that it must be a binary file; a few are
 * removed later.
 */
function isBinary(text: string): boolean {
  const controls = text.match(CONTROLS)?.length ?? 0;
  return text.includes('\0') || controls * CHARACTERS_PER_CONTROL > text.length;
}

/**
 * Text from a PDF has at most one control character in a line, a binary file one in ten characters.
 */
const CHARACTERS_PER_CONTROL = 30;

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
