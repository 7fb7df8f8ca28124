import type { Corrections, Row } from '../document/align/row.ts';

/** Blocks of both sides: the draft's by their place in the scope, the rewrite's by their place in it. */
export type Pairing = { old: readonly number[]; new: readonly number[] };

/** What a person answers when asked which paragraph became which. */
export type PairingAnswers = {
  same: readonly Pairing[];
  different: readonly Pairing[];
  /** Pairs once said to be different, which are so no longer. */
  forgotten: readonly { old: number; new: number }[];
};

/** What has been said before, with the new answers in place of those they contradict. */
export function answerPairings(before: Corrections, answers: PairingAnswers): Corrections {
  const said = [...answers.same, ...answers.different];
  const together = (before.together ?? []).filter(
    (each) => !said.some((one) => overlap(each, one))
  );
  const apart = (before.apart ?? []).filter(
    (pair) =>
      !answers.same.some((one) => one.old.includes(pair.old) && one.new.includes(pair.new)) &&
      !answers.forgotten.some((one) => one.old === pair.old && one.new === pair.new)
  );
  const parted = answers.different
    .flatMap((one) => one.old.flatMap((old) => one.new.map((place) => ({ old, new: place }))))
    .filter((pair) => !apart.some((one) => one.old === pair.old && one.new === pair.new));
  return { together: [...together, ...answers.same], apart: [...apart, ...parted] };
}

/** Pairs as pairings: old paragraphs that became the same new one are joined in it. */
export const joinPairs = (pairs: readonly { old: number; new: number }[]): Pairing[] =>
  [...Map.groupBy(pairs, (pair) => pair.new)].map(([place, joined]) => ({
    old: joined.map(({ old }) => old),
    new: [place]
  }));

const overlap = (one: Pairing, other: Pairing) =>
  one.old.some((place) => other.old.includes(place)) ||
  one.new.some((place) => other.new.includes(place));

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
  const kept = rows.filter(({ old, new: now, sure }) => old.length * now.length === 1 && sure);
  return replace(corrections, new Map(kept.map((row) => [row.old[0]!, row.new[0]!])));
}

/** With each block of the new text at its other place; what is about one that has none falls. */
function replace(
  { together = [], apart = [] }: Corrections,
  placeOf: ReadonlyMap<number, number>
): Corrections {
  return {
    together: together
      .filter((each) => each.new.every((position) => placeOf.has(position)))
      .map((each) => ({ old: each.old, new: each.new.map((position) => placeOf.get(position)!) })),
    apart: apart
      .filter((pair) => placeOf.has(pair.new))
      .map((pair) => ({ old: pair.old, new: placeOf.get(pair.new)! }))
  };
}
