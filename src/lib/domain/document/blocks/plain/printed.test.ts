import { expect, test } from 'vitest';
import { readPrinted } from '../read-text.ts';
import type { PrintedLine } from './printed.ts';

const BODY = 'Her står der noget, som fylder en linje, og som der er mere at sige om her.';

/** A page of lines below each other; those that begin with `#` are in large letters, with room around them. */
const page = (...lines: string[]): PrintedLine[] => {
  let y = 800;
  return lines.map((line, at) => {
    const isLarge = line.startsWith('#');
    const look = isLarge ? { size: 16, font: 'Bold' } : { size: 11, font: 'Roman' };
    y -= isLarge || lines[at - 1]?.startsWith('#') ? 60 : 14;
    return { ...look, text: line.replace(/^# ?/, ''), x: 50, y };
  });
};

const headings = (...pages: PrintedLine[][]) =>
  readPrinted(pages).blocks.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));

test('a heading in large letters that stands twice is no foot of the pages', () => {
  const pages = [1, 2].map(() => page(BODY, BODY, '# Frihed for alle', BODY, BODY, BODY));
  expect(headings(...pages)).toEqual(['Frihed for alle', 'Frihed for alle']);
});

test('the line that tells when a text was passed is no heading, however it is set', () => {
  const first = page(
    '# Vedtaget den 3. maj 2031',
    '# Havnen',
    BODY,
    BODY,
    BODY,
    '# Broen',
    BODY,
    BODY
  );
  expect(headings(first)).toEqual(['Havnen', 'Broen']);
});

test('a heading in large letters that the table of contents lacks is one below its titles', () => {
  const table = page('Indhold', '1. Havnen .... 1', '1.1 Kajen .... 2', '2. Byen .... 3');
  const text = page(
    ...['# 1. Havnen', BODY, BODY, '# 1.1 Kajen', BODY, '# bøjer', BODY, BODY, '# 2. Byen', BODY],
    ...[BODY, BODY, BODY, BODY]
  );
  const read = readPrinted([table, text]).blocks.filter(({ kind }) => kind === 'heading');
  expect(read.map(({ level, text: words }) => `${level} ${words}`)).toEqual([
    '2 1. Havnen',
    '3 1.1 Kajen',
    '3 bøjer',
    '2 2. Byen'
  ]);
});
