import type { Corrections, Row } from '../document/align/row.ts';

/**
 * Blocks that a person has been asked about together: their places among the blocks considered and
 * in the rewrite or the new version.
 */
export type Pairing = { from: readonly number[]; to: readonly number[] };

/** A person's answers to which block became which. */
export type CorrectionAnswers = {
  same: readonly Pairing[];
  different: readonly Pairing[];
  /** Pairs that are no longer said to be different. */
  forgotten: readonly { from: number; to: number }[];
};

/**
 * Returns the corrections with the answers added; earlier corrections that contradict them are
 * dropped.
 */
export function applyAnswers(corrections: Corrections, answers: CorrectionAnswers): Corrections {
  const said = [...answers.same, ...answers.different];
  const together = (corrections.together ?? []).filter(
    (each) => !said.some((one) => overlap(each, one))
  );
  const apart = (corrections.apart ?? []).filter(
    (pair) =>
      !answers.same.some((one) => one.from.includes(pair.from) && one.to.includes(pair.to)) &&
      !answers.forgotten.some((one) => one.from === pair.from && one.to === pair.to)
  );
  const newlyApart = answers.different
    .flatMap((one) => one.from.flatMap((from) => one.to.map((to) => ({ from, to }))))
    .filter((pair) => !apart.some((one) => one.from === pair.from && one.to === pair.to));
  return { together: [...together, ...answers.same], apart: [...apart, ...newlyApart] };
}

/**
 * Returns the pairs as pairings, one for each block of `to` with all blocks of `from` that became
 * it.
 */
export const groupPairs = (pairs: readonly { from: number; to: number }[]): Pairing[] =>
  [...Map.groupBy(pairs, (pair) => pair.to)].map(([place, joined]) => ({
    from: joined.map(({ from }) => from),
    to: [place]
  }));

const overlap = (one: Pairing, other: Pairing) =>
  one.from.some((place) => other.from.includes(place)) ||
  one.to.some((place) => other.to.includes(place));

/**
 * Returns the corrections with each position in the rewrite replaced by its index in `positions`,
 * as `align` takes them. Those of a position that is not in `positions`, such as a remark's, are
 * dropped.
 */
export const placeCorrections = (
  corrections: Corrections,
  positions: readonly number[]
): Corrections =>
  mapPlaces(corrections, new Map(positions.map((position, place) => [position, place])));

/**
 * Returns the corrections of an edited text with its new places. `rows` align the text before the
 * edit with the text after it; corrections of a block that was split, merged, deleted or not surely
 * found again are dropped.
 */
export function carryCorrections(corrections: Corrections, rows: readonly Row[]): Corrections {
  const kept = rows.filter(({ from, to, sure }) => from.length * to.length === 1 && sure);
  return mapPlaces(corrections, new Map(kept.map((row) => [row.from[0]!, row.to[0]!])));
}

/**
 * Returns the corrections with each place in `to` replaced by its value in `placeOf`; those of a
 * place without a value are dropped.
 */
function mapPlaces(
  { together = [], apart = [] }: Corrections,
  placeOf: ReadonlyMap<number, number>
): Corrections {
  return {
    together: together
      .filter((each) => each.to.every((position) => placeOf.has(position)))
      .map((each) => ({ from: each.from, to: each.to.map((position) => placeOf.get(position)!) })),
    apart: apart
      .filter((pair) => placeOf.has(pair.to))
      .map((pair) => ({ from: pair.from, to: placeOf.get(pair.to)! }))
  };
}
