import { expect, test } from 'vitest';
import type { Row } from '../document/align/row.ts';
import { carryCorrections } from './corrections.ts';

const said = {
  together: [
    { from: [0], to: [1] },
    { from: [2], to: [3, 4] },
    { from: [5], to: [] }
  ],
  apart: [{ from: 6, to: 7 }]
};

test('what was said goes with the paragraphs when something is written in front of them', () => {
  expect(
    carryCorrections(
      said,
      moved(8, (at) => at + 2)
    )
  ).toEqual({
    together: [
      { from: [0], to: [3] },
      { from: [2], to: [5, 6] },
      { from: [5], to: [] }
    ],
    apart: [{ from: 6, to: 9 }]
  });
});

test('what was said of a paragraph that was taken out, cut or hardly known again falls', () => {
  const rows = moved(8, (at) => at);
  rows[1] = { ...rows[1]!, to: [] };
  rows[4] = { ...rows[4]!, to: [4, 8] };
  rows[7] = { ...rows[7]!, sure: false };
  expect(carryCorrections(said, rows)).toEqual({ together: [{ from: [5], to: [] }], apart: [] });
});

/** Rows of so many paragraphs, each at its new place. */
const moved = (count: number, placeOf: (at: number) => number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ from: [at], to: [placeOf(at)], relation: 'unchanged' as const },
    ...{ moved: false, edited: false, score: 1, sure: true }
  }));
