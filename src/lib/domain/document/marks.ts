/** What a reader sees of the marks of blocks: emphasis, addresses, and the numbers of list items. */
import type { Block } from './block.ts';
import { fold } from './words/fold.ts';

type Numbered = Pick<Block, 'kind' | 'level' | 'marker'>;

/** Returns the digits of the number that a list item begins with, or '' if it has none. */
export function numberOf({ kind, marker }: Numbered): string {
  return kind === 'listItem' ? (/^\d+/.exec(marker)?.[0] ?? '') : '';
}

/**
 * Returns the places of the list items whose number counts them: it is one more than that of the
 * item before it in the list, or one less than that of the item after it. Any other number, as a
 * year or a clause, is part of what the item says.
 */
export function countedItems(blocks: readonly Numbered[]): ReadonlySet<number> {
  const known = countedOf.get(blocks);
  if (known) return known;
  const counted = new Set<number>();
  let open: { place: number; number: number }[] = [];
  blocks.forEach((block, place) => {
    if (block.kind !== 'listItem') open = [];
    if (block.kind !== 'listItem' || block.marker === '') return;
    const number = Number(numberOf(block) || NaN);
    const before = open[block.level];
    if (before && before.number + 1 === number) counted.add(before.place).add(place);
    open = [...open.slice(0, block.level), { place, number }];
  });
  countedOf.set(blocks, counted);
  return counted;
}

/** By text, since it is asked for each item of it. */
const countedOf = new WeakMap<readonly Numbered[], ReadonlySet<number>>();

/** Returns a block's text as it is read aloud: after its number, if it has one. */
export function textWithNumber(block: Numbered & Pick<Block, 'text'>): string {
  return numberOf(block) ? `${block.marker} ${block.text}` : block.text;
}

/**
 * Returns whether the item at `from` of the one text and that at `to` of the other have different
 * numbers, and not only because items were put in or taken out before them or the list has bullets.
 */
export function isNumberedAnew(texts: Texts, from: number, to: number): boolean {
  if (numberOf(texts.from[from]!) === numberOf(texts.to[to]!)) return false;
  return saysNumber(texts.from, from) || saysNumber(texts.to, to);
}

function saysNumber(blocks: readonly Numbered[], place: number): boolean {
  return numberOf(blocks[place]!) !== '' && !countedItems(blocks).has(place);
}

interface Texts {
  readonly from: readonly Numbered[];
  readonly to: readonly Numbered[];
}

/** Returns whether emphasis or a link's target differs; another mark or line break does not count. */
export function isMarkedUpAnew(one: Block, other: Block): boolean {
  return one.markdown !== other.markdown && markup(one) !== markup(other);
}

function markup({ markdown }: Block): string {
  const bare = markdown.replace(/^\s*(?:[-*+•]|\d+[.)]|#+|>)\s+/, '').replaceAll('\\', '');
  return fold(bare.replaceAll('_', '*').replace(/\s+/g, ' ').trim());
}
