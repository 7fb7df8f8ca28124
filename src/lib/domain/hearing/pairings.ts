import type { Corrections, Row } from '../document/align/row.ts';

/** Blocks of both sides: the draft's by their place in the scope, the rewrite's by their place in it. */
export type Pairing = { from: readonly number[]; to: readonly number[] };

/** What a person answers when asked which paragraph became which. */
export type PairingAnswers = {
  same: readonly Pairing[];
  different: readonly Pairing[];
  /** Pairs once said to be different, which are so no longer. */
  forgotten: readonly { from: number; to: number }[];
};

/** What has been said before, with the new answers in place of those they contradict. */
export function answerPairings(before: Corrections, answers: PairingAnswers): Corrections {
  const said = [...answers.same, ...answers.different];
  const together = (before.together ?? []).filter(
    (each) => !said.some((one) => overlap(each, one))
  );
  const apart = (before.apart ?? []).filter(
    (pair) =>
      !answers.same.some((one) => one.from.includes(pair.from) && one.to.includes(pair.to)) &&
      !answers.forgotten.some((one) => one.from === pair.from && one.to === pair.to)
  );
  const parted = answers.different
    .flatMap((one) => one.from.flatMap((from) => one.to.map((to) => ({ from, to }))))
    .filter((pair) => !apart.some((one) => one.from === pair.from && one.to === pair.to));
  return { together: [...together, ...answers.same], apart: [...apart, ...parted] };
}

/** Pairs as pairings: old paragraphs that became the same new one are joined in it. */
export const joinPairs = (pairs: readonly { from: number; to: number }[]): Pairing[] =>
  [...Map.groupBy(pairs, (pair) => pair.to)].map(([place, joined]) => ({
    from: joined.map(({ from }) => from),
    to: [place]
  }));

const overlap = (one: Pairing, other: Pairing) =>
  one.from.some((place) => other.from.includes(place)) ||
  one.to.some((place) => other.to.includes(place));

/** Corrections as `align` takes them: by the places of the aligned blocks; those about a remark fall. */
export const placeCorrections = (
  corrections: Corrections,
  positions: readonly number[]
): Corrections =>
  replace(corrections, new Map(positions.map((position, place) => [position, place])));

/**
 * Corrections of a text that has been written on since, `rows` being its alignment with what it was.
 * Those about a block that was cut, joined, taken out or hardly known again fall.
 */
export function carryCorrections(corrections: Corrections, rows: readonly Row[]): Corrections {
  const kept = rows.filter(({ from, to, sure }) => from.length * to.length === 1 && sure);
  return replace(corrections, new Map(kept.map((row) => [row.from[0]!, row.to[0]!])));
}

/** With each block of the new text at its other place; what is about one that has none falls. */
function replace(
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
