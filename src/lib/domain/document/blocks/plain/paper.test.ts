import { expect, test } from 'vitest';
import { parseBlocks } from '../blocks.ts';
import { readPlainText } from './plain.ts';

/** A paragraph of two lines, the same width each time, that tells of one place. */
const about = (place: string) =>
  `Her står der noget om ${place}, og det fylder mere end en enkelt linje, fordi\nder er meget at sige om ${place}, som ingen har sagt før.`;

const texts = (source: string) => parseBlocks(source, 'plain').map(({ text }) => text);
const headings = (source: string) =>
  parseBlocks(source, 'plain').flatMap(({ kind, level, text }) =>
    kind === 'heading' ? [`${level} ${text}`] : []
  );

const TABLES: [string, string][] = [
  ['dots', 'Indhold\nHavnen......3\nByen .... 4\n2.1. Torvet.....5'],
  [
    'signs of a font without dots',
    'Indhold\nHavnen\ufffd\ufffd\ufffd3\nByen\ufffd\ufffd4\nTorvet \ufffd\ufffd5'
  ],
  ['a space', 'Indhold\nHavnen 3\nByen 4\nTorvet 5-6'],
  ['a page on the next line', 'Indhold\nHavnen\n3\nByen\n4\nTorvet\n46-47'],
  ['titles, then their pages', 'Indhold\nHavnen\n1.1\nByen\n1.2\nTorvet\n1.2.1\n\n3\n3-4\n5'],
  ['two lines for a title', 'Indhold\nHavnen\n3\nByen, som vi gerne\nvil have den\n4\nTorvet\n5'],
  ['pages between', 'Indhold\nHavnen .... 3\n\n2\n\f\nByen .... 4\nTorvet .... 5\n\n3\n\f'],
  ['a question', 'Indhold\nHavnen\n3\nHvem ejer byen?\n4\nTorvet\n5'],
  ['no pages', 'Indhold\nHavnen\nByen\nTorvet'],
  ['its pages first', 'Indhold\n3\n4\n5\nHavnen\nByen\nTorvet'],
  ['no word for it', 'Havnen ..... 3\nByen ..... 4\nTorvet ..... 5']
];

test.each(TABLES)('a table of contents with %s is set aside whole', (_, table) => {
  const source = `${table}\n\nHavnen\n${about('havnen')}\nByen\n${about('byen')}\nTorvet\n${about('torvet')}\n`;
  const { blocks, setAside } = readPlainText(source);
  expect(blocks.map(({ kind }) => kind).join(' ')).toBe(
    'heading paragraph heading paragraph heading paragraph'
  );
  const aside = setAside.map(({ text }) => text).join('\n');
  for (const word of ['Havnen', 'yen', 'Torvet']) expect(aside).toContain(word);
});

test('a line that the table of contents has is a heading, as deep as its number there', () => {
  const table = 'Indhold\n1. Havnen .... 1\n1.1. Kajen og\nbroerne .... 2\n2. Byen .... 3';
  const text = `Havnen\n${about('havnen')}\nKajen og\nbroerne\n${about('kajen')}\nByen\n${about('byen')}`;
  expect(headings(`${table}\n${text}`)).toEqual(['2 Havnen', '3 Kajen og broerne', '2 Byen']);
});

test('a table set in columns, numbers first, has the titles that the text sets over two lines', () => {
  const titles = ['Havnen, som den ligger ved åen', 'Byen, som den vokser mod nord', 'Torvet'];
  const table = `Indhold\n1.1\n1.2\n1.3\n3\n3-4\n5\n${titles.join('\n')}`;
  const text = titles.map((title, at) => {
    const lines = title.replace(' ligger', '\nligger').replace(' vokser', '\nvokser');
    return `1.${at + 1} ${lines}\n${about('stedet')}`;
  });
  const read = headings(`${table}\n${text.join('\n')}`);
  expect(read).toEqual(titles.map((title, at) => `3 1.${at + 1} ${title}`));
});

test('figures in columns are no table of contents', () => {
  const source = `Skoler     12\nBroer      3\nFærger     7\n\n${about('tallene')}`;
  expect(texts(source).join(' ')).toContain('Broer 3');
});

test('the word for contents above prose is a heading like another', () => {
  expect(texts(`Indhold\n\n${about('indholdet')}`)).toHaveLength(2);
});

const NUMBERS: [string, (page: number) => string][] = [
  ['bare', (page) => `${page}`],
  ['with a full stop', (page) => `\n${page}.\n`],
  ['between dashes', (page) => `- ${page} -`],
  ['in brackets', (page) => `[${page}]`],
  ['by name', (page) => `Side ${page}`],
  ['of how many', (page) => `side ${page} af 9`]
];

test.each(NUMBERS)('a page number %s is set aside, and the sentence is joined', (_, numberOf) => {
  const page = (place: string, number: number, feed: string) =>
    `${about(place)}\nMere om ${place} står på den linje, som fylder hele siden ud og er begyndt på en\n${numberOf(number)}\n${feed}sætning, der slutter med ${place}.`;
  for (const feed of ['', '\f']) {
    const source = ['havnen', 'byen', 'torvet', 'kajen'].map((place, at) =>
      page(place, at + 8, feed)
    );
    const read = texts(source.join('\n')).join(' ');
    expect(read).not.toMatch(/\d/);
    expect(read.match(/begyndt på en sætning, der/g)).toHaveLength(4);
  }
});

test('a page number glued to the last word of its page is set aside', () => {
  const pages = ['havnen', 'byen', 'torvet', 'kajen'].map(
    (place, number) => `${about(place)}\nOg sådan er det med ${place}${number + 12}`
  );
  const { blocks, setAside } = readPlainText(pages.join('\n\f'));
  expect(blocks.map(({ text }) => text).join(' ')).not.toMatch(/\d/);
  expect(setAside.map(({ text }) => text)).toEqual(['12', '13', '14', '15']);
});

test('numbers close below each other, or out of order, count no pages', () => {
  const source = `${about('målene')}\n7\n${about('tallene')}\n3\n${about('resten')}`;
  expect(texts(source).join(' ')).toMatch(/7.*3/);
});

test('a head that cuts a sentence is set aside, and a heading at the top of a page is not', () => {
  const cut = `${about('byen')}\nDer skal være plads til alle, og derfor skal\n4\nVores program\nbyen have flere torve, hvor man kan sidde ned.\n${about('havnen')}\n5\n`;
  expect(texts(cut).join(' ')).toContain('derfor skal byen have flere torve');
  const whole = `${about('byen')}\n4\nVores havne\n${about('havnen')}\n5\n`;
  expect(headings(whole)).toEqual(['2 Vores havne']);
});

test('a foot between the columns of a page is set aside', () => {
  const page = (place: string, number: number) =>
    `${about(place)}\nOg der er mere at sige om ${place}, når man har set det en gang til og\n\n1 / Havnene\n\nhar tænkt over det.\n\n${number}\n`;
  const read = texts(
    ['havnen', 'byen', 'torvet'].map((place, at) => page(place, at + 3)).join('\f')
  );
  expect(read.join(' ')).not.toContain('Havnene');
  expect(read.join(' ')).toContain('en gang til og har tænkt over det');
});

test('the foot of a chapter of one page is set aside by the form of the others', () => {
  const page = (place: string, foot: string) =>
    `${about(place)}\nOg der er mere at sige om ${place}, når man har set det.\n\n${foot}\n\n${about(place)}\n`;
  const chapters = ['havnen', 'byen', 'torvet'].map((place, at) => {
    const text = page(place, `${at + 7} / ${place}`);
    return `${at + 7}\n${place}\n\f${place === 'torvet' ? text : `${text}\f${text}`}`;
  });
  const read = readPlainText(chapters.join('\f'));
  expect(read.blocks.filter(({ text }) => text.includes(' / '))).toEqual([]);
  expect(read.setAside.map(({ text }) => text)).toContain('9 / torvet');
});

test('a sentence that two pages begin with is no head', () => {
  const page = 'Alle skal kunne komme med, og det gælder også dem, der bor langt væk.';
  expect(
    texts(`${page}\n${about('a')}\n\f${page}\n${about('b')}`)
      .join(' ')
      .split(page)
  ).toHaveLength(3);
});

test('the title of a chapter on a page of its own is one heading, its number with it', () => {
  const source = `${about('byen')}\n\n3\n\f2\nhavnen\nog havet\n\n4\n\f${about('havnen')}\n\n5\n`;
  expect(headings(source)).toEqual(['2 2 havnen og havet']);
});

test('bullets that a PDF has apart from their items go back to them', () => {
  const source = `${about('kravene')}\nVi vil have:\n•\n•\n\nen ny kaj, som er lang nok til de skibe, der kommer her hver eneste dag.\nEn færge.\n`;
  const items = parseBlocks(source, 'plain').filter(({ kind }) => kind === 'listItem');
  expect(items.map(({ text }) => text.slice(0, 9))).toEqual(['en ny kaj', 'En færge.']);
});

test('as many items as bullets are found, also below a line without a full stop', () => {
  const source = `${about('dem')}\nVi vil have:\n•\n•\n•\n\nEn kaj, som er lang nok til de skibe, der kommer her hver dag.\nEn vej til kajen, som både biler og cykler kan køre på\nEt skur til de både, som ingen ejer, og som ingen vil have.`;
  const items = parseBlocks(source, 'plain').filter(({ kind }) => kind === 'listItem');
  expect(items.map(({ text }) => text.slice(0, 6))).toEqual(['En kaj', 'En vej', 'Et sku']);
});

test('a line in small letters below the bullets of a page goes on with the item above them', () => {
  const source = `${about('byen')}\n•\nEn kaj, der er lang nok til skibe, som er her om\n\f•\n•\n\nvinteren, når det blæser.\nEn færge, der sejler hver dag.\nEn havnefoged.`;
  const read = texts(source);
  expect(read.slice(-2)).toEqual(['En færge, der sejler hver dag.', 'En havnefoged.']);
  expect(read.at(-3)).toContain('om vinteren, når det blæser.');
});

/** Two columns of the same lines side by side. */
const columns = (left: string, right: string) => {
  const [first, second] = [left.split('\n'), right.split('\n')];
  return first.map((line, at) => `${line.padEnd(44)}${second[at] ?? ''}`.trimEnd()).join('\n');
};
const COLUMN = `Havnen ligger åben for alle, som vil
sejle, og den er stor nok til mange
både, når blot de ligger tæt. Der er
en kran, som kan løfte dem op, og en
bro, hvor man kan sidde og se på, at
andre arbejder. Om vinteren er her
stille, og`;

test('two columns side by side are read one after the other', () => {
  const right = COLUMN.replaceAll('Havnen', 'havnen').replace('stille, og', 'lukket.');
  expect(texts(columns(COLUMN, right))).toEqual([`${COLUMN} ${right}`.replaceAll('\n', ' ')]);
});

test('a heading over both columns divides the page', () => {
  const over = 'Kapitel 2 om alt det, som ligger ved vandet her';
  const right = COLUMN.replaceAll('Havnen', 'havnen').replace('stille, og', 'lukket.');
  const page = `${columns(COLUMN, right)}\n\n${over}\n\n${columns(COLUMN, right)}`;
  expect(texts(page).map((text) => text.slice(0, 9))).toEqual([
    'Havnen li',
    'Kapitel 2',
    'Havnen li'
  ]);
});

test('a table of short words side by side is no page of two columns', () => {
  const rows = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'Alle'];
  const table = rows.map((row) => `${row} i byen`.padEnd(44) + `${row.length} huse`).join('\n');
  expect(texts(table).join(' ')).toMatch(/Nord i byen\s+4 huse/);
});
