import { decodeHTML } from 'entities';
import { Refusal } from '../refusal.ts';
import { renderMarkdown } from './blocks/html.ts';

/** Letters and symbols that are drawn as nothing: fillers, and the braille cell without a dot. */
const blanks = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Whether a reader sees anything of the text: spaces and signs without width or shape are nothing. */
export const isVisible = (text: string): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(text.replace(blanks, ''));

/** Whether a reader sees any words of the Markdown: a rule, an empty heading or list is none. */
export const showsWords = (markdown: string): boolean =>
  isVisible(markdown) && isVisible(decodeHTML(renderMarkdown(markdown).replace(/<[^>]*>/g, '')));

/** Refuses Markdown that must say something and shows no words. */
export function refuseUnlessShown(markdown: string) {
  if (!showsWords(markdown)) throw new Refusal('emptyText');
}

/** Whether two texts differ in nothing but spaces, which a form's field may change. */
export const readsAlike = (one: string, other: string) => inOneLine(one) === inOneLine(other);

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
