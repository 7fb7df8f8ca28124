/**
 * What has been matched while an alignment is being made: sets of old and new blocks that became
 * of one another. At least one side of a match has one block only; one side is empty where a
 * person has said that a block became of nothing.
 */
export interface Match {
  readonly from: number[];
  readonly to: number[];
  /** Said by a person: nothing is added to it. */
  readonly fixed: boolean;
}

export interface Matching {
  /** By place in the old text. */
  readonly ofFrom: (Match | undefined)[];
  /** By place in the new text. */
  readonly ofTo: (Match | undefined)[];
  /** Whether no person has said that these two are not the same. */
  readonly mayMatch: (from: number, to: number) => boolean;
}

export function match(
  matching: Matching,
  from: readonly number[],
  to: readonly number[],
  fixed = false
): void {
  const made: Match = { from: [...from], to: [...to], fixed };
  for (const place of from) matching.ofFrom[place] = made;
  for (const place of to) matching.ofTo[place] = made;
}

/** Whether a person has said of any two of these that they are not the same. */
export function isForbidden(
  { mayMatch }: Matching,
  from: readonly number[],
  to: readonly number[]
): boolean {
  return from.some((one) => to.some((other) => !mayMatch(one, other)));
}

export function unmatched(side: readonly (Match | undefined)[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < side.length; at++) if (!side[at]) places.push(at);
  return places;
}

/** Those with both sides, by their first old block. */
export function allMatches({ ofFrom }: Matching): Match[] {
  const found: Match[] = [];
  ofFrom.forEach((it, at) => {
    if (it && it.from[0] === at && it.to.length > 0) found.push(it);
  });
  return found;
}

/** The matched places, with the text's beginning and end as if they matched. */
export function stops(side: readonly (Match | undefined)[]): number[] {
  const places = [-1];
  side.forEach((it, at) => {
    if (it && it.from.length > 0 && it.to.length > 0) places.push(at);
  });
  return [...places, side.length];
}
