/** Common simple alignments, to compare ours with. */
import { diffArrays } from 'diff';
import type { Block } from '#lib/domain/document/block.ts';

type Links = [number, number][];

/** Links the blocks that jsdiff finds equal, then the others greedily by common words (Dice ≥ 0.4). */
export function bagOfWords(from: Block[], to: Block[]): Links {
  const links = equalBlocks(from, to);
  return [...links, ...greedy(from, to, links, 0.4)];
}

/** Links every old block to the most similar new one, if their ratio is at least 0.6 as in difflib. */
export function ratioOfWords(from: Block[], to: Block[]): Links {
  const bags = to.map(bagOf);
  return from.flatMap((block, at) => {
    const ratios = bags.map((bag) => dice(bagOf(block), bag));
    const best = ratios.indexOf(Math.max(...ratios));
    return ratios[best]! >= 0.6 ? [[at, best] as [number, number]] : [];
  });
}

function equalBlocks(from: Block[], to: Block[]): Links {
  const links: Links = [];
  let [left, right] = [0, 0];
  const texts = [from, to].map((side) => side.map(({ text }) => text));
  for (const { added, removed, count } of diffArrays(texts[0]!, texts[1]!)) {
    if (!added && !removed) for (let at = 0; at < count; at++) links.push([left + at, right + at]);
    if (!added) left += count;
    if (!removed) right += count;
  }
  return links;
}

function greedy(from: Block[], to: Block[], taken: Links, minSimilarity: number): Links {
  const usedOld = new Set(taken.map(([one]) => one));
  const usedNew = new Set(taken.map(([, other]) => other));
  const pairs = from.flatMap((one, i) =>
    to.map((other, j) =>
      usedOld.has(i) || usedNew.has(j) ? null : { i, j, alike: dice(bagOf(one), bagOf(other)) }
    )
  );
  const links: Links = [];
  for (const pair of pairs.filter((it) => it !== null).sort((a, b) => b.alike - a.alike)) {
    if (pair.alike < minSimilarity || usedOld.has(pair.i) || usedNew.has(pair.j)) continue;
    usedOld.add(pair.i);
    usedNew.add(pair.j);
    links.push([pair.i, pair.j]);
  }
  return links;
}

function bagOf({ text }: Block): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function dice(one: string[], other: string[]): number {
  const left = [...other];
  const common = one.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}
