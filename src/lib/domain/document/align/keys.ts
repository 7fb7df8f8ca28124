import type { Block, BlockKind } from '../block.ts';
import type { Keys } from './equal-blocks.ts';
import { HashNumbers } from './hash-numbers.ts';
import type { Texts } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Worded } from './worded.ts';

/** Equal for blocks of one kind with the same text. */
export function blockKeys(from: readonly Block[], to: readonly Block[], texts: Texts): Keys {
  const numbers = new HashNumbers();
  const kinds = new Map<BlockKind, number>();
  const keysOf = (blocks: readonly Block[], numberOfText: Int32Array): Int32Array =>
    numberOfText.map((text, at) => {
      const { kind } = blocks[at]!;
      if (!kinds.has(kind)) kinds.set(kind, kinds.size);
      return numbers.of(text * MOST_KINDS + kinds.get(kind)!);
    });
  return { from: keysOf(from, texts.from), to: keysOf(to, texts.to) };
}

const MOST_KINDS = 8;

/** Equal for blocks with the same words, whatever their kind, case and punctuation. */
export function wordKeys(vocabulary: Vocabulary): Keys {
  const known = new Map<number, number>();
  const keyOf = ({ start, end, hash }: Worded): number => {
    if (start === end) return -1;
    const key = known.get(hash);
    if (key === undefined) known.set(hash, known.size);
    return key ?? known.size - 1;
  };
  const keysOf = (side: readonly Worded[]) => new Int32Array(side.map(keyOf));
  return { from: keysOf(vocabulary.from), to: keysOf(vocabulary.to) };
}
