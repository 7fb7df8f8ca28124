/**
 * What has been matched while an alignment is being made: sets of old and new blocks that became
 * of one another. At least one side of a match has one block only.
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
  mayMatch(old: number, revised: number): boolean;
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

export function unmatched(side: readonly (Match | undefined)[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < side.length; at++) if (!side[at]) places.push(at);
  return places;
}

export function allMatches({ ofOld, ofNew }: Matching): Match[] {
  const found = new Set<Match>();
  for (const side of [ofOld, ofNew]) for (const it of side) if (it) found.add(it);
  return [...found];
}
