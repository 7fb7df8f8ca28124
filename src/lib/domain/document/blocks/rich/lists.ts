/** Part of step 3 of rich text: lists and the numbers of their items. */
import type { Element } from './tree.ts';

/** A list that items stand in. */
export interface ListContext {
  /** From 0. */
  readonly depth: number;
  /** Returns the number or bullet of the next item as it is shown: `3.`, `c)`, `•`. */
  nextSign(item: Element): string;
}

const BULLET = '•';

/** Returns the list that an element is, within another or none. */
export function listWithin(element: Element, outer: ListContext | null): ListContext {
  let number = Number(element.attributes.start ?? 1) || 1;
  return {
    depth: outer ? outer.depth + 1 : 0,
    nextSign(item) {
      if (element.name !== 'ol') return BULLET;
      number = Number(item.attributes.value ?? number) || number;
      return signOf(number++, styleOf(item) ?? styleOf(element) ?? 'decimal');
    }
  };
}

/** Returns how an item or a list is numbered, if it says so. */
function styleOf({ attributes }: Element): string | undefined {
  const types: Record<string, string> = {
    ...{ a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman', 1: 'decimal' }
  };
  const style = /list-style(?:-type)?:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1];
  return style?.toLowerCase() ?? types[attributes.type ?? ''];
}

function signOf(number: number, style: string): string {
  const upper = style.startsWith('upper');
  const cased = (sign: string) => (upper ? sign.toUpperCase() : sign);
  if (/alpha|latin/.test(style)) return `${cased(letterOf(number))})`;
  if (/roman/.test(style)) return `${cased(romanOf(number))})`;
  return /^(?:disc|circle|square|none)$/.test(style) ? BULLET : `${number}.`;
}

function letterOf(number: number): string {
  return number <= 26 ? String.fromCharCode(96 + number) : String(number);
}

/** Returns a number up to 39 in Roman figures, as in statutes; a higher one in ours. */
function romanOf(number: number): string {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  if (number >= 40) return String(number);
  return 'x'.repeat(Math.floor(number / 10)) + ones[number % 10];
}

/**
 * Returns how the number of an item is written: as the marker of a list of Markdown where it has one,
 * else as the first of its words: "a)", "1.2.".
 */
export function itemMark(shown: string): { marker: string; sign: string } {
  const number = /^\(?(\d{1,9})([.)])$/.exec(shown);
  if (number) return { marker: `${number[1]}${shown.startsWith('(') ? ')' : number[2]}`, sign: '' };
  const isWord = /^\(?[\p{L}\p{N}]/u.test(shown) && shown !== 'o';
  return { marker: '-', sign: isWord && /[.)\d]$/.test(shown) ? shown : '' };
}
