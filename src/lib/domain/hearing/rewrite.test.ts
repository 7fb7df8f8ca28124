import { expect, test } from 'vitest';
import type { Block } from '../document/block.ts';
import { changesOf, looksLikeRemark, withinScope } from './rewrite.ts';

test('what is unchanged is no change, and what is inserted is read at the block it comes after', () => {
  const rows = [
    { old: [0], new: [0], relation: 'unchanged' },
    { old: [], new: [1], relation: 'inserted' },
    { old: [1, 2], new: [2], relation: 'merged' },
    { old: [3], new: [], relation: 'deleted' }
  ] as const;
  expect(changesOf(rows, ['a', 'b', 'c', 'd'])).toEqual([
    { relation: 'inserted', blockIds: [], anchorBlockId: 'a', newPositions: [1] },
    { relation: 'merged', blockIds: ['b', 'c'], anchorBlockId: 'b', newPositions: [2] },
    { relation: 'deleted', blockIds: ['d'], anchorBlockId: 'd', newPositions: [] }
  ]);
});

test('what is inserted before all is read at the first block', () => {
  const rows = [{ old: [], new: [0], relation: 'inserted' }] as const;
  expect(changesOf(rows, ['a'])[0]?.anchorBlockId).toBe('a');
});

test('a scope holds its sections and those below them, and nothing after', () => {
  const blocks = [
    heading('one', 2),
    paragraph('p1'),
    heading('one-a', 3),
    paragraph('p2'),
    heading('two', 2),
    paragraph('p3'),
    heading('three', 2),
    paragraph('p4')
  ];
  const ids = (headings: string[] | null) =>
    withinScope(blocks, headings).map((block) => block.blockId);
  expect(ids(['one'])).toEqual(['one', 'p1', 'one-a', 'p2']);
  expect(ids(['one-a', 'three'])).toEqual(['one-a', 'p2', 'three', 'p4']);
  expect(ids(null)).toHaveLength(8);
  expect(ids([])).toEqual([]);
});

test('a paragraph wholly in brackets looks like a remark, one with a parenthesis in it does not', () => {
  expect(looksLikeRemark(paragraph('r', '(Her strøg vi et afsnit.)'))).toBe(true);
  expect(looksLikeRemark(paragraph('t', 'Vi vil (måske) mere end det.'))).toBe(false);
  expect(looksLikeRemark(paragraph('u', '(Måske) vil vi mere (end det).x'))).toBe(false);
});

const block = (kind: Block['kind'], blockId: string, level: number, text: string) => ({
  kind,
  level,
  marker: '',
  text,
  markdown: text,
  blockId
});
const heading = (blockId: string, level: number) => block('heading', blockId, level, blockId);
const paragraph = (blockId: string, text = blockId) => block('paragraph', blockId, 0, text);
