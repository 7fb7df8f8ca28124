/**
 * Where a list of threads goes on: after the last thread of the page before, by what it was ordered
 * by. What is written, liked or answered meanwhile moves no thread to another page.
 */
export type ListCursor = {
  /** When the first page was read; support is counted as it was then. */
  begun: Date;
  /** The last thread's support. */
  likes: number;
  at: Date;
  id: string;
};

/** The cursor as an address holds it. */
export const writeCursor = ({ begun, likes, at, id }: ListCursor): string =>
  [begun.getTime(), likes, at.getTime(), id].join('_');

/** The cursor that an address holds; null where it holds none, and the list begins anew. */
export function readCursor(written: string | null): ListCursor | null {
  const found = written?.match(pattern)?.groups;
  if (!found) return null;
  const { begun, likes, at, id } = found;
  return {
    begun: new Date(Number(begun)),
    likes: Number(likes),
    at: new Date(Number(at)),
    id: id!
  };
}

/** Numbers of as many digits as the database's moments and counts can have. */
const pattern =
  /^(?<begun>\d{1,14})_(?<likes>\d{1,9})_(?<at>\d{1,14})_(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
