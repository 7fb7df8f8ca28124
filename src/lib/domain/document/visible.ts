import { decodeHTML } from 'entities';
import { Refusal } from '../refusal.ts';
import { renderMarkdown } from './blocks/html.ts';

/** Letters and symbols that are drawn as nothing: Hangul fillers and the empty braille cell. */
const blanks = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Returns whether a reader sees anything of the text; spaces and invisible signs are nothing. */
export const isVisible = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(text.replace(blanks, ''));

/** Returns whether the rendered Markdown shows words; a rule or an empty heading or list is none. */
export const showsWords = (markdown: string): boolean =>
  isVisible(markdown) && isVisible(decodeHTML(renderMarkdown(markdown).replace(/<[^>]*>/g, '')));

/** Throws Refusal('emptyText') if the Markdown shows no words. */
export function refuseUnlessShown(markdown: string) {
  if (!showsWords(markdown)) throw new Refusal('emptyText');
}

/** Returns whether two texts differ only in spaces, which a form's field may change. */
export const readsAlike = (one: string, other: string) => inOneLine(one) === inOneLine(other);

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
