/** How much is said at a block, for the strip and its table. */
export interface Place {
  href: string;
  /** The block in words: "Afsnit 4". */
  name: string;
  /** The block's share of the strip: the length of its text. */
  length: number;
  comments: number;
  likes: number;
  rewrites: number;
}

export type Heat = 0 | 1 | 2 | 3;

/** What has been written at a place; a like says that, too, but does not write. */
export function written({ comments, rewrites }: Place): number {
  return comments + rewrites;
}

/**
 * How warm the debate at a place is beside the warmest. By the square root, so that one paragraph
 * with a hundred comments does not make the one with five look untouched.
 */
export function heat(place: Place, places: readonly Place[]): Heat {
  const most = Math.max(...places.map(written), 1);
  return Math.ceil(3 * Math.sqrt(written(place) / most)) as Heat;
}
