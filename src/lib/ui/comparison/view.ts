/** Returns the id of a change on the page. */
export function changeId(change: number): string {
  return `aendring-${change}`;
}

/** Returns the id of the block at `place` of the later text. */
export function toId(place: number): string {
  return `efter-${place + 1}`;
}

/** Returns the id of the block at `place` of the earlier text. */
export function fromId(place: number): string {
  return `foer-${place + 1}`;
}

/** The number of each block on both sides; null for a block without one. */
export interface Numbers {
  readonly from: readonly (number | null)[];
  readonly to: readonly (number | null)[];
}

/** Returns the numbers of the blocks at `places`: "4, 5". A block without one has its place, from 1. */
export function numbersOf(places: readonly number[], numbers: readonly (number | null)[]): string {
  return places.map((place) => numbers[place] ?? place + 1).join(', ');
}
