import { expect, test } from 'vitest';
import { parseBlocks } from './blocks/blocks.ts';
import { countedItems } from './marks.ts';

/** The numbers of the items that are counted by them, in order. */
const counted = (markdown: string) => {
  const blocks = parseBlocks(markdown);
  return [...countedItems(blocks)]
    .toSorted((one, other) => one - other)
    .map((place) => blocks[place]!.marker);
};

test('numbers that follow each other count the items, wherever they begin', () => {
  expect(counted('1. a\n2. b\n3. c')).toEqual(['1.', '2.', '3.']);
  expect(counted('7) a\n8) b')).toEqual(['7)', '8)']);
});

test('a number alone, and one that follows no other, says something', () => {
  expect(counted('3) a')).toEqual([]);
  expect(counted('3. a\n7. b\n12. c')).toEqual([]);
  expect(counted('1. a\n2. b\n5. c')).toEqual(['1.', '2.']);
});

test('a list within an item is counted by itself, and the outer one goes on after it', () => {
  expect(counted('1. a\n   4. b\n   6. c\n2. d')).toEqual(['1.', '2.']);
});

test('bullets have no numbers, and a list after other text is another list', () => {
  expect(counted('- a\n- b')).toEqual([]);
  expect(counted('1. a\n\nTekst.\n\n2. b')).toEqual([]);
});
