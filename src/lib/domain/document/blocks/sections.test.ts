import { expect, test } from 'vitest';
import { parseBlocks } from './blocks.ts';
import { sections } from './sections.ts';

test('a section reaches to the next heading of its own level or above', () => {
  const blocks = parseBlocks('før\n\n## A\n\na\n\n### A1\n\nb\n\n## B\n\nc');
  const found = sections(blocks).map(({ heading, level, start, end }) => [
    heading?.text ?? null,
    level,
    start,
    end
  ]);
  expect(found).toEqual([
    [null, 0, 0, 1],
    ['A', 2, 1, 5],
    ['A1', 3, 3, 5],
    ['B', 2, 5, 7]
  ]);
});

test('a text without headings is one section', () => {
  expect(sections(parseBlocks('a\n\nb'))).toEqual([{ heading: null, level: 0, start: 0, end: 2 }]);
});

test('an empty text has no section', () => {
  expect(sections([])).toEqual([]);
});
