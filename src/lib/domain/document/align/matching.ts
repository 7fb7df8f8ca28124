/**
 * What has been matched while an alignment is being made: sets of old and new blocks that became
 * of one another. At least one side of a match has one block only; one side is empty where a
 * person has said that a block became of nothing.
 */
export interface Match {
  readonly old: number[];
  readonly new: number[];
  /** Said by a person: nothing is added to it. */
  readonly fixed: boolean;
}

export interface Matching {
  /** By place in the old text. */
  readonly ofOld: (Match | undefined)[];
  /** By place in the new text. */
  readonly ofNew: (Match | undefined)[];
  /** Whether no person has said that these two are not the same. */
  readonly mayMatch: (old: number, revised: number) => boolean;
}

export function match(
  matching: Matching,
  old: readonly number[],
  revised: readonly number[],
  fixed = false
): void {
  const made: Match = { old: [...old], new: [...revised], fixed };
  for (const place of old) matching.ofOld[place] = made;
  for (const place of revised) matching.ofNew[place] = made;
}

/** Whether a person has said of any two of these that they are not the same. */
export function isForbidden(
  { mayMatch }: Matching,
  old: readonly number[],
  revised: readonly number[]
): boolean {
  return old.some((one) => revised.some((other) => !mayMatch(one, other)));
}

export function unmatched(side: readonly (Match | undefined)[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < side.length; at++) if (!side[at]) places.push(at);
  return places;
}

/** Those with both sides, by their first old block. */
export function allMatches({ ofOld }: Matching): Match[] {
  const found: Match[] = [];
  ofOld.forEach((it, at) => {
    if (it && it.old[0] === at && it.new.length > 0) found.push(it);
  });
  return found;
}

/** The matched places, with the text's beginning and end as if they matched. */
export function stops(side: readonly (Match | undefined)[]): number[] {
  const places = [-1];
  side.forEach((it, at) => {
    if (it && it.old.length > 0 && it.new.length > 0) places.push(at);
  });
  return [...places, side.length];
}
