import { expect, test } from 'vitest';
import type { Block } from '../document/block.ts';
import { looksLikeRemark, placeRemarks } from './remarks.ts';
import { planChanges, keepHeadings, scopeHeadings, scopeTyped, withinScope } from './rewrite.ts';
import { applyAnswers, placeCorrections } from './corrections.ts';

test('what is unchanged is no change, and what is inserted is read at the block it comes after', () => {
  const rows = [
    { from: [0], to: [0], relation: 'unchanged' },
    { from: [], to: [1], relation: 'inserted' },
    { from: [1, 2], to: [2], relation: 'merged' },
    { from: [3], to: [], relation: 'deleted' }
  ] as const;
  expect(planChanges(rows, ['a', 'b', 'c', 'd'])).toEqual([
    { relation: 'inserted', blockIds: [], anchorBlockId: 'a', newPositions: [1] },
    { relation: 'merged', blockIds: ['b', 'c'], anchorBlockId: 'b', newPositions: [2] },
    { relation: 'deleted', blockIds: ['d'], anchorBlockId: 'd', newPositions: [] }
  ]);
});

test('what is inserted before all is read at the first block', () => {
  const rows = [{ from: [], to: [0], relation: 'inserted' }] as const;
  expect(planChanges(rows, ['a'])[0]?.anchorBlockId).toBe('a');
});

test('a scope is the whole text or some sections, and not both', () => {
  expect(scopeTyped({ extent: 'whole', scope: [] })).toBeNull();
  expect(scopeTyped({ extent: 'sections', scope: ['one'] })).toEqual(['one']);
  expect(() => scopeTyped({ extent: 'whole', scope: ['one'] })).toThrow('scopeUnexpected');
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

test('a text without headings lets those of the draft stand; one with headings can take one out', () => {
  const rows = [
    { from: [0], to: [], relation: 'deleted' },
    { from: [1], to: [], relation: 'deleted' },
    { from: [], to: [0], relation: 'inserted' }
  ] as const;
  const draft = [heading('one', 2), paragraph('p1')];
  const relations = (text: Block[]) =>
    keepHeadings(rows, draft, text).map(({ relation }) => relation);
  expect(relations([paragraph('p2')])).toEqual(['unchanged', 'deleted', 'inserted']);
  expect(relations([heading('two', 2)])).toEqual(['deleted', 'deleted', 'inserted']);
});

test('a paragraph wholly in brackets looks like a remark, one with a parenthesis in it does not', () => {
  expect(looksLikeRemark(paragraph('r', '(Her strøg vi et afsnit.)'))).toBe(true);
  expect(looksLikeRemark(paragraph('t', 'Vi vil (måske) mere end det.'))).toBe(false);
  expect(looksLikeRemark(paragraph('u', '(Måske) vil vi mere (end det).x'))).toBe(false);
});

test('a scope is named by the headings of what was considered, not by those below them', () => {
  const draft = [
    heading('one', 2),
    paragraph('p1'),
    heading('one-a', 3),
    paragraph('p2'),
    heading('two', 2),
    paragraph('p3')
  ];
  const names = (blockIds: string[]) =>
    scopeHeadings(
      draft,
      blockIds.map((blockId) => ({ blockId }))
    ).map(({ blockId }) => blockId);
  expect(names(['one', 'p1', 'one-a', 'p2'])).toEqual(['one']);
  expect(names(['p1', 'p2', 'p3'])).toEqual(['one', 'two']);
  expect(names(['p2'])).toEqual(['one-a']);
  expect(names(['p1'])).toEqual([]);
});

test('a remark right after what was deleted is the reason why it was', () => {
  const rows = [
    { from: [0], to: [0], relation: 'unchanged' },
    { from: [1], to: [], relation: 'deleted' },
    { from: [2], to: [1], relation: 'edited' }
  ] as const;
  expect(placeRemarks(rows, [0, 2], [1])).toEqual([
    { position: 1, row: 1, change: 0, followsDeletion: true }
  ]);
});

test('a remark elsewhere is offered to the nearest change, and to none where there is none', () => {
  const rows = [
    { from: [0], to: [0], relation: 'edited' },
    { from: [1], to: [1], relation: 'unchanged' },
    { from: [2], to: [2], relation: 'edited' }
  ] as const;
  const changeOf = (remark: number, positions: number[]) =>
    placeRemarks(rows, positions, [remark])[0];
  expect(changeOf(1, [0, 2, 3])).toMatchObject({ change: 0, followsDeletion: false });
  expect(changeOf(2, [0, 1, 3])).toMatchObject({ change: 0, followsDeletion: false });
  expect(changeOf(3, [0, 1, 2])).toMatchObject({ change: 1, followsDeletion: false });
  expect(changeOf(0, [1, 2, 3])).toMatchObject({ change: 0, followsDeletion: false });
  expect(placeRemarks([rows[1]], [0], [1])[0]?.change).toBeNull();
});

test('what a person says last of two paragraphs is what holds', () => {
  const same = [{ from: [3], to: [4] }];
  const joined = applyAnswers({}, { same, different: [], forgotten: [] });
  expect(joined).toEqual({ together: same, apart: [] });
  const parted = applyAnswers(joined, { same: [], different: same, forgotten: [] });
  expect(parted).toEqual({ together: [], apart: [{ from: 3, to: 4 }] });
  expect(applyAnswers(parted, { same, different: [], forgotten: [] })).toEqual(joined);
  const forgotten = [{ from: 3, to: 4 }];
  expect(applyAnswers(parted, { same: [], different: [], forgotten })).toEqual({
    together: [],
    apart: []
  });
});

test('what is said of paragraphs holds when a remark before them is taken out', () => {
  const corrections = {
    together: [{ from: [1], to: [2] }],
    apart: [
      { from: 0, to: 1 },
      { from: 5, to: 3 }
    ]
  };
  expect(placeCorrections(corrections, [0, 2, 3])).toEqual({
    together: [{ from: [1], to: [1] }],
    apart: [{ from: 5, to: 2 }]
  });
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
