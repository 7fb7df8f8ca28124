import { expect, test } from 'vitest';
import { align } from './align/align.ts';
import { parseBlocks } from './blocks/blocks.ts';
import { compare, isChanged, outlineOf, type ComparedRow } from './comparison/comparison.ts';

const rowsOf = (from: string, to: string): ComparedRow[] => {
  const [one, other] = [parseBlocks(from), parseBlocks(to)];
  return compare(one, other, align(one, other)).filter((row) => row.type === 'row');
};

/** What became of each clause: its number before, and whether it changed. */
const changesOf = (from: string, to: string) =>
  rowsOf(from, to).map((row) => [row.toBlocks[0]?.text ?? '', row.clauseBefore, isChanged(row)]);

const DUES = 'Kontingentet fastsættes af årsmødet for et år ad gangen.';
const BOATS = 'Bådene må kun bruges af medlemmer, der kan svømme.';
const KEYS = 'Nøglerne til skuret hænger hos havnefogeden.';

test('a part that another was put in before is renumbered, not changed', () => {
  const from = `Stk. 1. ${DUES}\n\nStk. 2. ${BOATS}`;
  const to = `Stk. 1. ${DUES}\n\nStk. 2. ${KEYS}\n\nStk. 3. ${BOATS}`;
  expect(changesOf(from, to)).toEqual([
    [`Stk. 1. ${DUES}`, null, false],
    [`Stk. 2. ${KEYS}`, null, true],
    [`Stk. 3. ${BOATS}`, 'Stk. 2.', false]
  ]);
});

test.each([
  ['paragraphs', ['§ 3. ', '§ 4. '], ['§ 3. ', '§ 4. ', '§ 5. '], '§ 4.'],
  ['headings', ['## § 3 ', '## § 4 '], ['## § 3 ', '## § 4 ', '## § 5 '], '§ 4'],
  ['numbered headings', ['## 3. ', '## 4. '], ['## 3. ', '## 4. ', '## 5. '], '4.'],
  [
    'chapters',
    ['## Kapitel I ', '## Kapitel II '],
    ['## Kapitel I ', '## Kapitel II ', '## Kapitel III '],
    'Kapitel II'
  ],
  ['decimal numbers', ['5.1 ', '5.2 '], ['5.1 ', '5.2 ', '5.3 '], '5.2'],
  ['letters', ['- a) ', '- b) '], ['- a) ', '- b) ', '- c) '], 'b)']
])('so it is with %s', (_, [one, two], [first, second, third], before) => {
  const from = `${one}${DUES}\n\n${two}${BOATS}`;
  const to = `${first}${DUES}\n\n${second}${KEYS}\n\n${third}${BOATS}`;
  const last = changesOf(from, to).at(-1)!;
  expect(last.slice(1)).toEqual([before, false]);
});

test('a clause that was rewritten and renumbered shows its words as changed, not its number', () => {
  const from = `Stk. 2. ${DUES}\n\nStk. 3. ${BOATS}`;
  const to = `Stk. 2. ${DUES}\n\nStk. 3. ${KEYS}\n\nStk. 4. ${BOATS.replace('kun', 'aldrig')}`;
  const row = rowsOf(from, to).at(-1)!;
  expect(row.clauseBefore).toBe('Stk. 3.');
  expect(row.hunks.filter(({ type }) => type !== 'equal')).toMatchObject([
    { type: 'deleted', from: 'kun' },
    { type: 'inserted', to: 'aldrig' }
  ]);
  expect(row.hunks.map((hunk) => hunk.from).join('')).toBe(row.fromBlocks[0]!.text);
  expect(row.hunks.map((hunk) => hunk.to).join('')).toBe(row.toBlocks[0]!.text);
  expect(isChanged(row)).toBe(true);
});

test.each([
  ['a number that counts nothing', `§ 4. ${BOATS}`, `§ 5. ${BOATS}`],
  [
    'a paragraph that became a part',
    `§ 2. ${BOATS}\n\n§ 3. ${DUES}`,
    `Stk. 2. ${BOATS}\n\nStk. 3. ${DUES}`
  ],
  [
    'a clause that is now in bold',
    `Stk. 1. ${BOATS}\n\nStk. 2. ${DUES}`,
    `Stk. 2. **${BOATS}**\n\nStk. 3. ${DUES}`
  ],
  [
    'a law named within a sentence',
    `Reglerne i § 4 gælder. ${BOATS}`,
    `Reglerne i § 5 gælder. ${BOATS}`
  ]
])('%s is a change', (_, from, to) => {
  expect(rowsOf(from, to).some(isChanged)).toBe(true);
});

test('exactly compared, a number is a change', () => {
  const [from, to] = [`Stk. 1. ${BOATS}`, `Stk. 2. ${BOATS}`].map((text) => parseBlocks(text));
  const [row] = compare(from!, to!, align(from!, to!), { exact: true });
  expect(row).toMatchObject({ clauseBefore: null });
  expect(isChanged(row as ComparedRow)).toBe(true);
});

test('an alignment counts what was only renumbered as unchanged', () => {
  const [from, to] = [`Stk. 1. ${BOATS}`, `Stk. 2. ${BOATS}`].map((text) => parseBlocks(text));
  expect(align(from!, to!)).toMatchObject([{ relation: 'unchanged', edited: false, sure: true }]);
});

test('an outline counts what was only renumbered as unchanged', () => {
  const [from, to] = [`Stk. 1. ${BOATS}`, `Stk. 2. ${BOATS}`].map((text) => parseBlocks(text));
  const outline = outlineOf({ from: from!, to: to! }, align(from!, to!));
  expect(outline).toMatchObject([{ isChange: false }]);
});
