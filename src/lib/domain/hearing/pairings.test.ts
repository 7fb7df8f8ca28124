import { expect, test } from 'vitest';
import type { Row } from '../document/align/row.ts';
import { carryCorrections } from './pairings.ts';

const said = {
  together: [
    { old: [0], new: [1] },
    { old: [2], new: [3, 4] },
    { old: [5], new: [] }
  ],
  apart: [{ old: 6, new: 7 }]
};

test('what was said goes with the paragraphs when something is written in front of them', () => {
  expect(
    carryCorrections(
      said,
      moved(8, (at) => at + 2)
    )
  ).toEqual({
    together: [
      { old: [0], new: [3] },
      { old: [2], new: [5, 6] },
      { old: [5], new: [] }
    ],
    apart: [{ old: 6, new: 9 }]
  });
});

test('what was said of a paragraph that was taken out, cut or hardly known again falls', () => {
  const rows = moved(8, (at) => at);
  rows[1] = { ...rows[1]!, new: [] };
  rows[4] = { ...rows[4]!, new: [4, 8] };
  rows[7] = { ...rows[7]!, sure: false };
  expect(carryCorrections(said, rows)).toEqual({ together: [{ old: [5], new: [] }], apart: [] });
});

/** Rows of so many paragraphs, each at its new place. */
const moved = (count: number, placeOf: (at: number) => number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ old: [at], new: [placeOf(at)], relation: 'unchanged' as const },
    ...{ moved: false, edited: false, score: 1, sure: true }
  }));
