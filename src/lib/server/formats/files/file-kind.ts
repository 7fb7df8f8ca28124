/* eslint-disable no-control-regex -- signatures are made of control characters */
import type { FileKind } from './file-errors.ts';

/**
 * Returns what a file is by its first bytes, whatever its name says, or null if it may be text.
 * Signatures: https://www.iana.org/assignments/media-types and the specifications of the formats.
 */
export function detectFileKind(bytes: Uint8Array): FileKind | null {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return detectPackageKind(bytes);
  return SIGNATURES.find(([signature]) => signature.test(head))?.[1] ?? null;
}

/**
 * PDF readers accept the signature anywhere in the first kilobyte, and some producers write other
 * bytes before it.
 */
const HEAD_LENGTH = 1024;

const SIGNATURES: readonly [RegExp, FileKind][] = [
  [/^[^]{0,1019}%PDF-\d/, 'pdf'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'oldOffice'],
  [/^\{\\rtf/, 'rtf'],
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM[^]{4}\0\0\0\0)/, 'image'],
  [/^(?:RIFF[^]{4}WEBP|[^]{4}ftyp(?:heic|heix|mif1|avif))/, 'image'],
  [/^\x1f\x8b\x08/, 'zip']
];

/**
 * Returns what document a ZIP package holds, by the names of its parts, which are not compressed.
 */
function detectPackageKind(bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  const names = latin1(bytes.subarray(-DIRECTORY_LENGTH));
  if (/mimetypeapplication\/vnd\.oasis\.opendocument/.test(head)) return 'openDocument';
  if (/\bword\/document\.xml/.test(head + names)) return 'word';
  if (/\b(?:xl\/workbook|ppt\/presentation)\.xml/.test(head + names)) return 'office';
  return 'zip';
}

/**
 * Bytes at the end of a package that are searched for the list of its parts: several times the list
 * of a long Word file.
 */
const DIRECTORY_LENGTH = 65_536;

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
