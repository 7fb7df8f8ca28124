import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBlocks } from '../blocks.ts';
import { readPlainText } from './plain.ts';
import { takeTitle } from '../sections.ts';
import { toMarkdown } from '../write.ts';
import type { Block } from '../../block.ts';

const FIXTURES = 'tests/fixtures/documents/';
const TEXTS = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'));

test.each(TEXTS)('%s reads as the Markdown beside it', (name) => {
  const plain = parseBlocks(readFileSync(FIXTURES + name, 'utf8'), 'plain');
  const markdown = parseBlocks(readFileSync(FIXTURES + name.replace('.txt', '.md'), 'utf8'));
  expect(plain.map(line)).toEqual(markdown.map(line));
});

test.each(TEXTS)('%s is the same blocks when it is written as Markdown and read again', (name) => {
  const plain = parseBlocks(readFileSync(FIXTURES + name, 'utf8'), 'plain');
  expect(parseBlocks(toMarkdown(plain)).map(line)).toEqual(plain.map(line));
});

const HEARING = '../shared/hearing/vision';
if (!existsSync(`${HEARING}.txt`))
  console.log(`${HEARING}.txt is not here: the real PDF is not read`);

test.runIf(existsSync(`${HEARING}.txt`))(
  'the real vision reads the same from its PDF, its title in capitals apart',
  () => {
    const plain = takeTitle(parseBlocks(readFileSync(`${HEARING}.txt`, 'utf8'), 'plain'));
    const markdown = takeTitle(parseBlocks(readFileSync(`${HEARING}.md`, 'utf8')));
    expect(plain.title?.toLowerCase()).toBe(markdown.title?.toLowerCase());
    expect(plain.blocks).toEqual(markdown.blocks);
  }
);

const LONG = 'Det her er en linje, der er fyldt helt ud til kanten af den side, som den';

const JOINED: [string, string, string][] = [
  ['a divided word is whole again', 'kom-\nmune', 'kommune'],
  ['a compound with capitals keeps its hyphen', 'EU-\nlande', 'EU-lande'],
  [
    'a hyphen that waits for a word keeps its space',
    'jern- og stål-\nog glas',
    'jern- og stål- og glas'
  ],
  ['a hyphen before a capital or a number stays', 'Anne-\nMarie', 'Anne-Marie'],
  ['a soft hyphen is gone', 'kom\u00ad\nmu\u00adne', 'kommune'],
  ['one letter keeps its hyphen', 'e-\nmail', 'e-mail'],
  [
    'a word seen with its hyphen elsewhere keeps it',
    'non-stop\nmid-\nt og mid-t',
    'non-stop mid-t og mid-t'
  ]
];

test.each(JOINED)('%s', (_, ending, joined) => {
  const [block] = parseBlocks(`${LONG} ${ending} stod.`, 'plain');
  expect(block?.text).toBe(`${LONG} ${joined} stod.`);
});

test.each([...'•‣▪●○■\uf0b7'])('%s begins an item', (bullet) => {
  expect(parseBlocks(`Vi vil:\n${bullet} et\n${bullet} to`, 'plain').map(line)).toEqual([
    'paragraph 0  Vi vil:',
    'listItem 0 - et',
    'listItem 0 - to'
  ]);
});

test('a dash or a number that comes first in a line by chance begins no item', () => {
  const text = `${LONG} mødtes\n- ${LONG} blev holdt den\n4. maj, og ingen blev hjemme.`;
  expect(parseBlocks(text, 'plain')).toHaveLength(1);
});

test('a heading that stands three times is no header of a page', () => {
  const part = `Forslag\n\n${LONG} er trykt på.\n\n`;
  expect(
    parseBlocks(part.repeat(3), 'plain').filter(({ text }) => text === 'Forslag')
  ).toHaveLength(3);
});

test('what belongs to the paper is set aside by name', () => {
  const page = (number: number) =>
    `Partiet\n\n${LONG} er nummer ${number * 7}.\n\nSide ${number} af 2\n`;
  const { blocks, setAside } = readPlainText(`${page(1)}\f${page(2)}`);
  expect(blocks).toHaveLength(2);
  expect(setAside.map(({ text }) => text)).toEqual([
    'Partiet',
    'Side 1 af 2',
    'Partiet',
    'Side 2 af 2'
  ]);
});

test('nothing in the words is taken for a mark', () => {
  const [block] = parseBlocks('Prisen er *ca.* 3 <b>kr.</b> pr. [stk.](x) ifølge a_b_c.', 'plain');
  expect(block?.text).toBe('Prisen er *ca.* 3 <b>kr.</b> pr. [stk.](x) ifølge a_b_c.');
});

function line({ kind, level, marker, text }: Block): string {
  return `${kind} ${level} ${marker} ${text}`;
}

const FULL = 'Det her er en linje, der er fyldt helt ud til kanten af den side, som den';
const pieces = (source: string) =>
  parseBlocks(source, 'plain').map(({ kind, text }) => `${kind} ${text}`);

test('a dash that ends an aside at the head of a line begins no item', () => {
  const source = `${FULL}\nstår på, og den er – som så meget andet\n– til at rette. ${FULL}\nstår på.`;
  expect(parseBlocks(source, 'plain')).toHaveLength(1);
});

test('a dash that begins an aside at the head of a line begins no item', () => {
  const source = `${FULL}\nstår på, og den er ikke\n– som det er tilfældet her – til at rette. ${FULL}\nstår på.`;
  expect(parseBlocks(source, 'plain')).toHaveLength(1);
});

test('a line of two lines that were joined goes on below, though its end is short', () => {
  const page = `${FULL}\nstår på.\n`.repeat(20);
  const source = `${page}${FULL} står på, og den er sat smalt som dem i\nAarhus.`;
  expect(parseBlocks(source, 'plain').at(-1)?.text).toMatch(/smalt som dem i Aarhus\.$/);
});

test('a paragraph in a narrower column than the text is not cut at a name', () => {
  const page = `${FULL}\nstår på.\n`.repeat(20);
  const narrow =
    'En aftale, der blev indgået mellem havnen, byen, øen og\nalle de andre, som bor her, og som holder af Gammel\nHavn, skal genforhandles.';
  expect(parseBlocks(page + narrow, 'plain').at(-1)?.text).toBe(narrow.replaceAll('\n', ' '));
});

test('a line that leads in a list stands apart from the paragraph above it', () => {
  const source = `${FULL}\nstår på og på den næste. Og det er ikke det hele, for der er også mere.\nVi vil have:\n• en kaj\n• en bro`;
  expect(pieces(source).slice(1)).toEqual([
    'paragraph Vi vil have:',
    'listItem en kaj',
    'listItem en bro'
  ]);
});

test.each([
  ['above numbered parts in small letters', 'Den kan vælges, som\n1) er medlem,\n2) er fyldt 18.'],
  ['that ends in "og"', `8.2 Lauget vælger en formand og\n8.3 Lauget har en kasserer. ${FULL}.`],
  ['that leads in a list with a colon', 'Vi mangler regler for regnvand:\n\n- tønder,\n- låg.'],
  ['that speaks to the reader', `Kære bestyrelse\n\n${FULL} står på.`],
  ['of a signature', `${FULL}.\n\nMed venlig hilsen\n\nEt medlem\n\nTlf. 00 00 00 00\n\n${FULL}.`]
])('a line %s is no heading', (_, source) => {
  const read = parseBlocks(`${FULL}\nstår på.\n\n${source}`, 'plain');
  expect(read.filter(({ kind }) => kind === 'heading')).toEqual([]);
});

test('items that are quoted stand apart', () => {
  const source = `> ${FULL}\n> står på.\n>\n> 1. Havnen er åben.\n> 2. Kajen er lukket.\n\n${FULL}\nstår på.`;
  expect(pieces(source).slice(1, 3)).toEqual([
    'quotation 1. Havnen er åben.',
    'quotation 2. Kajen er lukket.'
  ]);
});
