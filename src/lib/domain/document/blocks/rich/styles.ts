/** Step 2 of rich text: what a word processor says of an element in its styles and classes. */
import { wordsOf, type Element, type Node } from './tree.ts';

/** An item of a list of Word, which is a paragraph with a style. */
export interface WordItem {
  /** From 0. */
  readonly depth: number;
  /** The number or bullet as it was shown: `1.`, `a)`, `·`. */
  readonly sign: string;
}

/** Returns the item that a paragraph of Word is, or null. */
export function wordItem(element: Element): WordItem | null {
  const level = /mso-list:\s*\S+\s+level(\d)/i.exec(element.attributes.style ?? '')?.[1];
  if (level === undefined) return null;
  return { depth: Number(level) - 1, sign: wordsOf(findSign(element) ?? '').trim() };
}

function findSign(element: Element): Element | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const found = isSign(child) ? child : findSign(child);
    if (found) return found;
  }
  return null;
}

/** Returns whether a node is the number or bullet that Word writes before an item. */
export function isSign(node: Node): boolean {
  return typeof node !== 'string' && /mso-list:\s*ignore/i.test(node.attributes.style ?? '');
}

/** Returns the level of a heading, 1 to 6, or 0 for an element that is none. */
export function headingLevel({ name, attributes }: Element): number {
  const tag = /^h([1-6])$/.exec(name)?.[1];
  if (tag) return Number(tag);
  if (!/^(?:p|div)$/.test(name)) return 0;
  const outline = /mso-outline-level:\s*([1-6])/i.exec(attributes.style ?? '')?.[1];
  const styled = /\bmso(?:heading|overskrift)([1-6])\b/i.exec(attributes.class ?? '')?.[1];
  if (/\bmsotitle\b|^title$/i.test(attributes.class ?? '')) return 1;
  return Number(outline ?? styled ?? 0);
}

/** How words are set. */
export interface Emphasis {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  /** A tag of those that Markdown has no mark for: raised, lowered or underlined. */
  readonly tag: 'sup' | 'sub' | 'u' | null;
  readonly href: string | null;
}

export const plain: Emphasis = { bold: false, italic: false, struck: false, tag: null, href: null };

/** Returns how the words of an element are set, within words that are set as `outer`. */
export function emphasisOf({ name, attributes }: Element, outer: Emphasis): Emphasis {
  const style = attributes.style ?? '';
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1];
  const isBold = weight ? /^bold|^[6-9]\d\d$/i.test(weight) : /^(?:b|strong)$/.test(name);
  const isItalic = slant ? /^(?:italic|oblique)$/i.test(slant) : /^(?:i|em|cite|dfn)$/.test(name);
  const isStruck =
    /^(?:s|del|strike)$/.test(name) || /text-decoration[^;]*line-through/i.test(style);
  const address = name === 'a' && /^(?:https?:|mailto:)/i.test(attributes.href ?? '');
  return {
    bold: weight || isBold ? isBold : outer.bold,
    italic: slant || isItalic ? isItalic : outer.italic,
    struck: outer.struck || isStruck,
    tag: tagOf(name, style) ?? outer.tag,
    href: address ? attributes.href!.trim() : outer.href
  };
}

function tagOf(name: string, style: string): Emphasis['tag'] {
  if (name === 'sup' || /vertical-align:\s*super/i.test(style)) return 'sup';
  if (name === 'sub' || /vertical-align:\s*sub/i.test(style)) return 'sub';
  return name === 'u' ? 'u' : null;
}

/** Whether a link leads to a footnote (`reference`) or from one back to its text (`label`). */
export function noteLink(element: Element): { role: 'reference' | 'label'; label: string } | null {
  const href = element.attributes.href ?? '';
  if (element.name !== 'a' || !/^#.*(?:ftn|ftnt|footnote|fn)/i.test(href)) return null;
  const label = /[\p{L}\p{N}]{1,20}/u.exec(wordsOf(element))?.[0];
  if (label === undefined) return null;
  return { role: /ref|anc/i.test(href) ? 'label' : 'reference', label };
}
