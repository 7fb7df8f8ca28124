/** The ids on the page: of a change, and of a paragraph where it stands and where it stood. */
export function changeId(change: number): string {
  return `aendring-${change}`;
}

export function toId(place: number): string {
  return `efter-${place + 1}`;
}

export function fromId(place: number): string {
  return `foer-${place + 1}`;
}

/** The number that a reader knows each block by; null for a block without one. */
export interface Numbers {
  readonly from: readonly (number | null)[];
  readonly to: readonly (number | null)[];
}

/** "4", or "4, 5" for several; the place where a block has no number of its own. */
export function numbersOf(places: readonly number[], numbers: readonly (number | null)[]): string {
  return places.map((place) => numbers[place] ?? place + 1).join(', ');
}
