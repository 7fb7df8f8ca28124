import { expect, test } from 'vitest';
import { heat, type Place } from './heat.ts';

test('a paragraph without comments and rewrites is cold', () => {
  const quiet = place(0);
  expect(heat(quiet, [quiet, place(8)])).toBe(0);
});

test('the most debated paragraph is warmest, and one comment makes a paragraph warm', () => {
  const places = [place(1), place(100)];
  expect(places.map((each) => heat(each, places))).toEqual([1, 3]);
});

test('likes warm nothing', () => {
  const liked = { ...place(0), likes: 40 };
  expect(heat(liked, [liked])).toBe(0);
});

test('a rewrite counts as much as a comment', () => {
  const rewritten = { ...place(0), rewrites: 3 };
  expect(heat(rewritten, [rewritten, place(3)])).toBe(3);
});

function place(comments: number): Place {
  return { href: '#a1', name: 'Afsnit 1', length: 200, comments, likes: 0, rewrites: 0 };
}
