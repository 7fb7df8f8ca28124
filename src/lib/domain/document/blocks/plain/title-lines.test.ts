import { expect, test } from 'vitest';
import { parseBlocks } from '../blocks.ts';

const BODY = `Her står der noget, som fylder mere end en enkelt linje, fordi der er meget at
sige om det, og fordi ingen har sagt det før, så alle kan forstå, hvad det er.`;

const headings = (source: string) =>
  parseBlocks(source, 'plain').flatMap(({ kind, level, text }) =>
    kind === 'heading' ? [`${level} ${text}`] : []
  );

test.each([
  ['a heading directly below the end of a sentence', 'Havnen og byen', ['2 Havnen og byen']],
  [
    'one in two lines',
    'Havnen og byen ved vandet\nog alle broerne',
    ['2 Havnen og byen ved vandet og alle broerne']
  ],
  ['one with numbers', '2.1 Havnen', ['3 2.1 Havnen']],
  ['one that asks', 'Hvem ejer havnen?', ['2 Hvem ejer havnen?']],
  ['two below each other', 'Havnen\n2.1 Kajen', ['2 Havnen', '3 2.1 Kajen']]
])('%s is a heading', (_, heading, found) => {
  expect(headings(`${BODY}\n${heading}\n${BODY}`)).toEqual(found);
});

test.each([
  ['the last words of a sentence', 'og det er alt sammen\ngodt for byen.'],
  ['a short sentence', 'Det er sådan.'],
  ['words that announce a list', 'Det vil vi gøre:'],
  ['a line that goes on in small letters', 'Vi vil have en havn og en by\nder hænger sammen.'],
  ['a field of a form', 'Dato: 3. maj'],
  ['the end of a letter', 'Med venlig hilsen'],
  ['an item', '- en havn']
])('%s below the end of a sentence is none', (_, line) => {
  expect(headings(`${BODY}\n${line}\n${BODY}`)).toEqual([]);
});

test('in a narrow column a heading is told by the width of the column', () => {
  const column = `I havnen ligger der både, som ingen
længere bruger til at sejle i, og som
derfor skal have et andet sted at
ligge, når vinteren kommer til byen.`;
  const long = `${column}\nHavet\n${column} ${column.replaceAll('\n', ' ')}`;
  const source = `${column}\n`.repeat(20) + long;
  expect(headings(source)).toEqual(['2 Havet']);
});

test('a heading in larger letters is one heading on all its lines, with a gap above', () => {
  const heading = 'Havnen, byen og broerne ved vandet i den\ngamle del af byen';
  expect(headings(`${BODY}\n\n${heading}\n${BODY}`)).toEqual([
    '2 Havnen, byen og broerne ved vandet i den gamle del af byen'
  ]);
});

test('a heading below an item without a full stop is a heading', () => {
  expect(headings(`${BODY}\n• en ny kaj\n• en ny bro\nByen\n${BODY}`)).toEqual(['2 Byen']);
  expect(headings(`${BODY}\n• en ny kaj\n• en ny bro\nHELE BYEN\n${BODY}`)).toEqual([
    '2 HELE BYEN'
  ]);
});

test('the last line of an item that is indented is no heading', () => {
  const item = `• en ny kaj, der er lang nok til de skibe, som kommer her hver dag om året.\n  Den skal bygges af træ\n• en ny bro`;
  expect(headings(`${BODY}\n${item}`)).toEqual([]);
});

test('paragraphs end with their lines where blank lines are only around headings', () => {
  const paragraphs = [1, 2, 3, 4].map((count) => `${BODY}\nDet var nummer ${count}.`).join('\n');
  const source = `${paragraphs}\n\nHavnen\n\n${paragraphs}\n\nByen\n\n${paragraphs}`;
  expect(parseBlocks(source, 'plain')).toHaveLength(14);
});

test('short sentences stay in their paragraph where blank lines are between paragraphs', () => {
  const source = [1, 2, 3, 4].map(() => BODY).join('\n\n');
  expect(parseBlocks(`${source}\n\n${BODY}\nDet er kort.\n${BODY}`, 'plain')).toHaveLength(5);
});

test('a heading whose text begins on the next page has the level of the others', () => {
  const next = BODY.replace('Her står der', 'Byen har til gengæld');
  const source = `${BODY}\nHavnen\n${BODY}\nByen\n\f${next}\nTorvet\n${BODY}`;
  expect(headings(source)).toEqual(['2 Havnen', '2 Byen', '2 Torvet']);
});

test('the title of a text can stand below the line that tells when it was passed, which is none', () => {
  const source = `Vedtaget på årsmødet den 3. maj 2031\nHavnelistens program\n\n${BODY}\n\nHavnen\n\n${BODY}`;
  expect(headings(source)).toEqual(['1 Havnelistens program', '2 Havnen']);
});

test('a chapter on a page of its own has the level of its number, listed or not', () => {
  const table = 'Indhold\n7 / havnen .... 2\n8 / byen .... 4\n9 / torvet .... 6';
  const pages = ['7\nhavnen', '8\nbyen', '9\ntorvene'].map((title) => `${title}\n\f${BODY}`);
  const source = `${table}\n\f${BODY}\n\f${pages.join('\n\f')}\nEFTERSKRIFT OM HAVNEN\n${BODY}`;
  expect(headings(source)).toEqual([
    '2 7 havnen',
    '2 8 byen',
    '2 9 torvene',
    '2 EFTERSKRIFT OM HAVNEN'
  ]);
});

test('a title of the table of contents can begin with a small letter, and have a gap in it', () => {
  const table = 'Indhold\nhavnen og alle broerne .... 1\nbyen .... 2\ntorvet .... 3';
  const source = `${table}\n\n${BODY}\nhavnen og\n\nalle broerne\n${BODY}\nbyen\n${BODY}\ntorvet\n${BODY}`;
  expect(headings(source)).toEqual(['2 havnen og alle broerne', '2 byen', '2 torvet']);
});
