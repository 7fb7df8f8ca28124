import type { Block } from '../block.ts';

/** The different texts of two block lists, and by place in either list the number of its text. */
export interface Texts {
  readonly different: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Numbers texts in the order in which they are first met: most stand in both lists. */
export function numberTexts(from: readonly Block[], to: readonly Block[]): Texts {
  const numbers = new Map<string, number>();
  const different: string[] = [];
  const numberOf = ({ text }: Block): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, different.length);
    return different.push(text) - 1;
  };
  const numbersOf = (blocks: readonly Block[]) => new Int32Array(blocks.map(numberOf));
  return { from: numbersOf(from), to: numbersOf(to), different };
}
