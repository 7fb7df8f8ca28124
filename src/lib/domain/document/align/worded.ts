/** A block's text as numbers of the vocabulary, in reading order: those from start to end. */
export interface Worded {
  readonly words: Int32Array;
  /** Of each word its beginning, which survives inflection. */
  readonly stems: Int32Array;
  readonly start: number;
  readonly end: number;
  /** What all its words weigh together. */
  readonly weight: number;
  /** Equal for equal words in equal order. */
  readonly hash: number;
}

/** How many words. */
export function lengthOf({ start, end }: Worded): number {
  return end - start;
}

/** Several blocks read as one; without a copy where they were read one after another. */
export function joined(parts: readonly Worded[]): Worded {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (parts.length === 1) return first;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const hash = parts.reduce((sum, part) => (sum + part.hash) % 2 ** 53, 0);
  const isRun = ({ words, start }: Worded, at: number) =>
    at === 0 || (words === first.words && start === parts[at - 1]!.end);
  if (parts.every(isRun)) return { ...first, end: last.end, weight, hash };
  const words = concatenate(parts.map(({ words, start, end }) => words.subarray(start, end)));
  const stems = concatenate(parts.map(({ stems, start, end }) => stems.subarray(start, end)));
  return { words, stems, start: 0, end: words.length, weight, hash };
}

function concatenate(arrays: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
