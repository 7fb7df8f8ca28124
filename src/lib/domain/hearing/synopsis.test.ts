import { expect, test } from 'vitest';
import {
  findWantedPlaces,
  buildSynopsis,
  countWishes,
  wantsChange,
  type SynopsisRewrite
} from './synopsis.ts';

const draft = ['a', 'b', 'c', 'd'];

test('outside its scope a meeting has said nothing, and deleted nothing', () => {
  const partial: SynopsisRewrite = {
    considered: ['b', 'c'],
    rows: [
      { from: [0], to: [0], relation: 'unchanged' },
      { from: [1], to: [], relation: 'deleted' }
    ]
  };
  const cells = buildSynopsis(draft, [partial]).map(([cell]) => cell!);
  expect(cells.map(({ considered }) => considered)).toEqual([false, true, true, false]);
  expect(cells.map(({ change }) => change)).toEqual([null, null, 0, null]);
});

test('each region stands in its own column, by the order in which they are given', () => {
  const [first] = buildSynopsis(draft, [untouched, everythingEdited]);
  expect(first!.map(({ change }) => change)).toEqual([null, 0]);
});

test('a merged paragraph stands at each of those it was made of', () => {
  const merging: SynopsisRewrite = {
    considered: draft,
    rows: [
      { from: [0, 1], to: [0], relation: 'merged' },
      { from: [2], to: [1], relation: 'unchanged' },
      { from: [3], to: [2], relation: 'edited' }
    ]
  };
  const changes = buildSynopsis(draft, [merging]).map(([cell]) => cell!.change);
  expect(changes).toEqual([0, 0, null, 1]);
});

test('what is inserted stands after the paragraph it follows, and before the first where it comes first', () => {
  const inserting: SynopsisRewrite = {
    considered: ['b', 'c'],
    rows: [
      { from: [], to: [0], relation: 'inserted' },
      { from: [0], to: [1], relation: 'unchanged' },
      { from: [], to: [2], relation: 'inserted' },
      { from: [], to: [3], relation: 'inserted' },
      { from: [1], to: [4], relation: 'unchanged' }
    ]
  };
  const [, b, c] = buildSynopsis(draft, [inserting]).map(([cell]) => cell!);
  expect(b).toEqual({ considered: true, change: null, insertedBefore: [0], insertedAfter: [1, 2] });
  expect(wantsChange(b!)).toBe(true);
  expect(wantsChange(c!)).toBe(false);
});

test('a region that sent two rewrites is counted once', () => {
  const cells = buildSynopsis(draft, [everythingEdited, everythingEdited, untouched]);
  const { regions, regionsByBlock } = countWishes(cells, ['fyn', 'fyn', 'als']);
  expect(regions).toBe(2);
  expect(new Set(regionsByBlock)).toEqual(new Set([1]));
});

test('the tally says how many regions want a paragraph changed', () => {
  const deletingB: SynopsisRewrite = {
    considered: ['a', 'b'],
    rows: [
      { from: [0], to: [0], relation: 'unchanged' },
      { from: [1], to: [], relation: 'deleted' }
    ]
  };
  const tally = countWishes(buildSynopsis(draft, [untouched, deletingB, everythingEdited]), [
    'fyn',
    'als',
    'mols'
  ]);
  expect(tally).toEqual({ regions: 3, changed: 4, regionsByBlock: [1, 2, 1, 1] });
  expect(countWishes(buildSynopsis(draft, [untouched]), ['fyn']).changed).toBe(0);
});

test('a paragraph that somebody wants changed is read under its headings, each shown once', () => {
  const blocks = [
    block('heading', 2),
    block('heading', 3),
    block('paragraph'),
    block('heading', 3),
    block('paragraph'),
    block('paragraph'),
    block('heading', 2),
    block('paragraph')
  ];
  expect(findWantedPlaces(blocks, [0, 0, 0, 0, 1, 2, 0, 0])).toEqual([0, 3, 4, 5]);
  expect(findWantedPlaces(blocks, [0, 0, 0, 1, 0, 0, 0, 1])).toEqual([0, 3, 6, 7]);
  expect(
    findWantedPlaces(
      blocks,
      blocks.map(() => 0)
    )
  ).toEqual([]);
});

const block = (kind: 'heading' | 'paragraph', level = 0) => ({
  kind,
  level,
  marker: '',
  text: kind,
  markdown: kind
});
const rowsOf = (relation: 'unchanged' | 'edited') =>
  draft.map((_, place) => ({ from: [place], to: [place], relation }));
const untouched: SynopsisRewrite = { considered: draft, rows: rowsOf('unchanged') };
const everythingEdited: SynopsisRewrite = { considered: draft, rows: rowsOf('edited') };
