/** A block of the text with the size of its debate. */
export interface Place {
  href: string;
  /** The block's name: "Afsnit 4". */
  name: string;
  /** The length of the block's text, which is its share of the strip. */
  length: number;
  comments: number;
  likes: number;
  rewrites: number;
}

export type Heat = 0 | 1 | 2 | 3;

/** Returns how many comments and rewrites a place has. */
export function contributionsAt({ comments, rewrites }: Place): number {
  return comments + rewrites;
}

/**
 * Returns how warm the debate at `place` is beside the warmest of `places`, by the square root of its
 * contributions: a paragraph with five comments looks warm beside one with a hundred.
 */
export function heat(place: Place, places: readonly Place[]): Heat {
  const max = Math.max(...places.map(contributionsAt), 1);
  return Math.ceil(3 * Math.sqrt(contributionsAt(place) / max)) as Heat;
}
