import { describe, expect, test } from 'vitest';
import { FileEmpty, FileNotText, FileNotUtf8, FileTooLarge } from './file-errors.ts';
import { readTextFile } from './text-file.ts';

const LIMIT = 10_000;

describe('a text is read', () => {
  test('in UTF-8', () => {
    expect(read(utf8('Færgen går på øen.\n'))).toEqual({
      text: 'Færgen går på øen.\n',
      encoding: 'utf-8'
    });
  });

  test('in UTF-8 with a byte order mark, which is no part of it', () => {
    expect(read(utf8('\ufeffFærgen')).text).toBe('Færgen');
  });

  test.each([
    ['little', [0xff, 0xfe, 0xe6, 0x00, 0x30, 0x26]],
    ['big', [0xfe, 0xff, 0x00, 0xe6, 0x26, 0x30]]
  ])('in UTF-16, %s end first', (_, bytes) => {
    expect(read(Uint8Array.from(bytes))).toEqual({ text: 'æ☰', encoding: 'utf-16' });
  });

  test('in Windows-1252 where it can be nothing else, and says so', () => {
    expect(read(bytes('F\xe6rgen g\xe5r \x96 p\xe5 \xf8en \x93hver dag\x94'))).toEqual({
      text: 'Færgen går – på øen “hver dag”',
      encoding: 'windows-1252'
    });
  });

  test('with the page ends that a PDF leaves behind', () => {
    expect(read(utf8('Første side\n\fAnden side')).text).toContain('\f');
  });

  test('of exactly as many bytes as are taken', () => {
    expect(readTextFile(utf8('ææ'), 4).text).toBe('ææ');
  });
});

describe('a file that is not what it says is refused by what it is', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', 'pdf'],
    ['a PDF with junk before it', '\r\n\r\n%PDF-1.4\n', 'pdf'],
    ['a Word file', 'PK\x03\x04\x14\0[Content_Types].xmlPK\x01\x02word/document.xml', 'word'],
    ['a spreadsheet', 'PK\x03\x04\x14\0[Content_Types].xmlPK\x01\x02xl/workbook.xml', 'office'],
    [
      'a LibreOffice file',
      'PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text',
      'openDocument'
    ],
    ['a ZIP file', 'PK\x03\x04\x14\0billeder/bro.jpg', 'zip'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'oldOffice'],
    ['rich text', '{\\rtf1\\ansi Kære alle}', 'rtf'],
    ['a PNG', '\x89PNG\r\n\x1a\n', 'image'],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'image'],
    ['a picture from a telephone', '\0\0\0\x18ftypheic', 'image'],
    ['bytes with NUL among them', 'Kære\0alle', 'binary'],
    ['bytes that happen to be UTF-8', '\x01\x02\x03\x04abc', 'binary']
  ])('%s', (_, content, kind) => {
    expect(refusal(bytes(content))).toMatchObject(new FileNotText(kind as FileNotText['kind']));
  });

  test('a large PDF is called a PDF rather than too large', () => {
    expect(refusal(bytes('%PDF-1.7' + ' '.repeat(LIMIT)))).toBeInstanceOf(FileNotText);
  });
});

describe('a text that cannot be taken is refused', () => {
  test.each([
    ['of no bytes', '', FileEmpty],
    ['of white space', ' \n\t\r\n', FileEmpty],
    ['of nothing but a byte order mark', '\xef\xbb\xbf', FileEmpty],
    ['of one byte too many', 'a'.repeat(LIMIT + 1), FileTooLarge],
    ['of UTF-8 with one damaged letter', 'F\xc3\xa6rgen g\xc3r', FileNotUtf8],
    ['in another alphabet', '\xcf\xf0\xe8\xe2\xe5\xf2', FileNotUtf8],
    ['of UTF-16 cut in the middle', '\xff\xfe\x41\x00\x42', FileNotUtf8]
  ])('%s', (_, content, error) => {
    expect(refusal(bytes(content))).toBeInstanceOf(error);
  });

  test('and the refusal knows both sizes', () => {
    expect(refusal(bytes('a'.repeat(LIMIT + 1)))).toMatchObject({ size: LIMIT + 1, limit: LIMIT });
  });
});

test('a text with a few stray control characters is a text', () => {
  expect(read(utf8('Færgen går på øen hver dag undtagen mandag.\x02')).encoding).toBe('utf-8');
});

function read(content: Uint8Array) {
  return readTextFile(content, LIMIT);
}

function refusal(content: Uint8Array): unknown {
  try {
    return read(content);
  } catch (error) {
    return error;
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function bytes(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
}
