import { expect, test } from 'vitest';
import { makePdf, type SetLine } from '../../../../../tests/support/pdf.ts';
import { FileNotText, FileScanned } from './file-errors.ts';
import { readPdf } from './pdf.ts';

const prose = [
  'Havnen skal være åben for alle, der bor i byen, også om vinteren, når færgen kun',
  'sejler hver anden dag. Kommunen betaler for lys og bænke, og foreningerne passer',
  'på dem. Ingen skal betale for at gå en tur langs vandet.'
];

/** Lines below each other from a place on, as prose is set. */
const paragraph = (y: number, words = prose): SetLine[] =>
  words.map((text, at) => ({ text, y: y - 14 * at }));

const blocksOf = async (pages: SetLine[][]) =>
  (await readPdf(makePdf(pages))).blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`);

test('headings are known by larger or bolder letters, even close to their text', async () => {
  expect(
    await blocksOf([
      [
        { text: 'Et bedre vand', size: 20, y: 780 },
        { text: 'Havnen', isBold: true, y: 750 },
        ...paragraph(736),
        { text: 'Kajen', isBold: true, y: 694 },
        ...paragraph(680),
        ...paragraph(630)
      ]
    ])
  ).toEqual([
    'heading 1 Et bedre vand',
    'heading 2 Havnen',
    `paragraph 0 ${prose.join(' ')}`,
    'heading 2 Kajen',
    `paragraph 0 ${prose.join(' ')}`,
    `paragraph 0 ${prose.join(' ')}`
  ]);
});

test('a sentence goes on over the end of a page, past its number', async () => {
  const rest = ['på dem. Ingen skal betale for at gå en tur langs vandet.'];
  const other = [
    'Broen males hvert tredje år af dem, der bor ved den, og kommunen betaler for malingen,',
    'så længe nogen vil gøre arbejdet. Børnene vælger farven.'
  ];
  const pages = [
    [...paragraph(780, other), ...paragraph(700, prose.slice(0, 2)), { text: '1', y: 40 }],
    [...paragraph(780, rest), { text: '2', y: 40 }]
  ];
  expect(await blocksOf(pages)).toEqual([
    `paragraph 0 ${other.join(' ')}`,
    `paragraph 0 ${[...prose.slice(0, 2), ...rest].join(' ')}`
  ]);
});

test('a table of contents with its numbers in columns of their own is set aside', async () => {
  const entries = ['Havnen', 'Kajen', 'Broen', 'Vandet'].flatMap((title, at): SetLine[] => [
    { text: `${at + 1}.`, x: 72, y: 740 - 16 * at },
    { text: title, x: 100, y: 740 - 16 * at },
    { text: String(2 + at), x: 500, y: 740 - 16 * at }
  ]);
  const contents: SetLine[] = [{ text: 'Indhold', size: 16, y: 780 }, ...entries];
  const { blocks, setAside } = await readPdf(
    makePdf([contents, [{ text: '1. Havnen', isBold: true, y: 780 }, ...paragraph(750)]])
  );
  expect(blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'heading 1. Havnen',
    `paragraph ${prose.join(' ')}`
  ]);
  expect(setAside.map(({ text }) => text).join(' ')).toContain('Broen');
});

test('a scanned PDF and a broken one are refused by what is wrong', async () => {
  await expect(readPdf(makePdf([[], []]))).rejects.toBeInstanceOf(FileScanned);
  const broken = Buffer.from('%PDF-1.7\nikke mere', 'latin1');
  await expect(readPdf(broken)).rejects.toEqual(new FileNotText('pdf'));
});
