/* eslint-disable no-control-regex -- signatures are made of control characters */
import type { FileKind } from './errors.ts';

/**
 * What a file is by its first bytes, whatever its name says; null where it may be text.
 * Signatures: https://www.iana.org/assignments/media-types and the formats' own specifications.
 */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return packageKind(bytes);
  return SIGNATURES.find(([signature]) => signature.test(head))?.[1] ?? null;
}

/** PDF readers accept the mark anywhere in the first kilobyte, so producers put junk before it. */
const HEAD_LENGTH = 1024;

const SIGNATURES: readonly [RegExp, FileKind][] = [
  [/^[^]{0,1019}%PDF-\d/, 'pdf'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'oldOffice'],
  [/^\{\\rtf/, 'rtf'],
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM[^]{4}\0\0\0\0)/, 'image'],
  [/^(?:RIFF[^]{4}WEBP|[^]{4}ftyp(?:heic|heix|mif1|avif))/, 'image'],
  [/^\x1f\x8b\x08/, 'zip']
];

/** Which document a ZIP package holds, by the names of its parts, which stand there in clear. */
function packageKind(bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH));
  const names = latin1(bytes.subarray(-DIRECTORY_LENGTH));
  if (/mimetypeapplication\/vnd\.oasis\.opendocument/.test(head)) return 'openDocument';
  if (/\bword\/document\.xml/.test(head + names)) return 'word';
  if (/\b(?:xl\/workbook|ppt\/presentation)\.xml/.test(head + names)) return 'office';
  return 'zip';
}

/** The list of a package's parts stands last; that of a long Word file fits in this many times. */
const DIRECTORY_LENGTH = 65_536;

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
