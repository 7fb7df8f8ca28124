import { expect, test } from 'vitest';
import { parseBlocks } from '../blocks.ts';

const read = (source: string) =>
  parseBlocks(source, 'plain').map(({ kind, level, marker, text }) =>
    [kind, kind === 'paragraph' ? '' : level, marker, text].filter((part) => part !== '').join(' ')
  );

/** Statutes around some lines. */
const within = (lines: string) => `Vedtægter\n\n§ 1 Navn\nStk. 1. Navnet er Lauget.\n${lines}\n`;
const readWithin = (lines: string) => read(within(lines)).slice(3);

test.each([
  ['with a title', '§ 2 Formål\nLauget sejler.', '§ 2 Formål'],
  ['with a full stop and a title', '§ 2. Formål\nLauget sejler.', '§ 2. Formål'],
  ['alone', '§ 2\nStk. 1. Lauget sejler.', '§ 2'],
  ['with its title on the next line', '§ 2\nFormål\nLauget sejler.', '§ 2 Formål'],
  ['with a title that has a full stop', '§ 2. Formål.\nLauget sejler.', '§ 2. Formål.'],
  ['without a space', '§2 Formål\nLauget sejler.', '§2 Formål'],
  ['with a letter', '§ 2 a Formål\nLauget sejler.', '§ 2 a Formål'],
  ['as in Sweden', '2 § Formål\nLauget sejler.', '2 § Formål']
])('a paragraph %s is a heading', (_, lines, heading) => {
  expect(readWithin(lines)[0]).toBe(`heading 2 ${heading}`);
});

test.each([
  ['a sentence on its line', '§ 2 a. Lauget sejler.\n§ 2 b. Laugets både er af træ.'],
  ['parts', 'Stk. 2. Lauget sejler.\nstk. 3: Laugets både er af træ.'],
  ['decimal numbers', '2.1 Lauget sejler.\n2.1.1 Laugets både er af træ.']
])('clauses with %s stand apart with their numbers', (_, lines) => {
  expect(readWithin(lines)).toEqual(lines.split('\n').map((line) => `paragraph ${line}`));
});

test('a sentence of a clause goes on over lines', () => {
  const clause = 'Stk. 2. Lauget sejler med både, der er bygget af træ, og som er mere end';
  expect(readWithin(`${clause}\nfyrre år gamle.`)).toEqual([`paragraph ${clause} fyrre år gamle.`]);
});

test('the number of a clause on a line of its own stays with its words', () => {
  expect(readWithin('Stk. 2\nLauget sejler.\nStk. 3.\nLauget ror.')).toEqual([
    'paragraph Stk. 2 Lauget sejler.',
    'paragraph Stk. 3. Lauget ror.'
  ]);
});

test('a number with capitals below a list is a heading', () => {
  const source =
    '1. NAVN\n1.1 Lauget har et navn.\n1.2 Lauget har\n(a) både,\n(b) årer.\n2. STED\n2.1 Lauget har et sted.';
  expect(read(source).filter((line) => line.startsWith('heading 2'))).toEqual([
    'heading 2 1. NAVN',
    'heading 2 2. STED'
  ]);
});

test('letters and Roman numbers are items below what they are parts of', () => {
  const lines =
    '1. Lauget har\na) både\nb) årer:\ni. lange\nii. korte\nc) sejl.\n2. Lauget sejler.';
  expect(readWithin(lines)).toEqual([
    'listItem 0 1. Lauget har',
    'listItem 1 - a) både',
    'listItem 1 - b) årer:',
    'listItem 2 - i. lange',
    'listItem 2 - ii. korte',
    'listItem 1 - c) sejl.',
    'listItem 0 2. Lauget sejler.'
  ]);
});

test('the letter after h) is a letter', () => {
  const lines = [...'abcdefghij'].map((letter) => `${letter}) båd`).join('\n');
  expect(readWithin(lines)).toEqual(lines.split('\n').map((line) => `listItem 0 - ${line}`));
});

test('paragraphs are one level below the chapters, and these below the parts', () => {
  const source = `Vedtægter\n\nAfsnit I\nLauget\n\nKapitel 1\nNavn og sted\n\n§ 1 Navn\nLauget har et navn.\n\n§ 2 Sted\nLauget har et sted.\n`;
  expect(read(source).filter((line) => line.startsWith('heading'))).toEqual([
    'heading 1 Vedtægter',
    'heading 2 Afsnit I Lauget',
    'heading 3 Kapitel 1 Navn og sted',
    'heading 4 § 1 Navn',
    'heading 4 § 2 Sted'
  ]);
});

const PROSE = 'Det her er en linje, der er fyldt helt ud til kanten af den side, som den';

test.each([
  [
    'a law named in prose',
    `${PROSE} loven fra dengang siger i\n§ 3 om foreninger, at alle må være med.`
  ],
  ['a date', `${PROSE} blev vedtaget\nd. 3. maj, og siden er der sket meget.`],
  ['a section named in prose', `${PROSE} blev nævnt i afsnit\n5.2 Havnen og igen til sidst.`]
])('%s cuts no paragraph', (_, source) => {
  expect(read(source)).toHaveLength(1);
});
