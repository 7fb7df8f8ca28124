import type { Block } from '../block.ts';
import type { Keys } from './equal-blocks.ts';
import type { Vocabulary, Worded } from './vocabulary.ts';

/** Equal for blocks of one kind with the same text. */
export function blockKeys(old: readonly Block[], revised: readonly Block[]): Keys {
  const byKind = new Map<string, Map<string, number>>();
  let next = 0;
  const keyOf = ({ kind, text }: Block): number => {
    let texts = byKind.get(kind);
    if (!texts) byKind.set(kind, (texts = new Map()));
    const known = texts.get(text);
    if (known === undefined) texts.set(text, next);
    return known ?? next++;
  };
  return { old: Int32Array.from(old, keyOf), new: Int32Array.from(revised, keyOf) };
}

/** Equal for blocks with the same words, whatever their kind, case and punctuation. */
export function wordKeys(vocabulary: Vocabulary): Keys {
  const known = new Map<number, number>();
  const keyOf = ({ words, hash }: Worded): number => {
    if (words.length === 0) return -1;
    const key = known.get(hash);
    if (key === undefined) known.set(hash, known.size);
    return key ?? known.size - 1;
  };
  return {
    old: Int32Array.from(vocabulary.old, keyOf),
    new: Int32Array.from(vocabulary.new, keyOf)
  };
}
