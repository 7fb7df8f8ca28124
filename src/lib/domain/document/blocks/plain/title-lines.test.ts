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
