/**
 * Part of step 2 of blocks: what Markdown would swallow without showing it, or would take for a mark
 * by chance, stays text.
 */
import { Tokenizer } from 'marked';
import type { Token, TokenizerObject, Tokens } from 'marked';
import { isBlank } from './source.ts';

const LABEL = /\[((?:\\[^]|[^[\]\\]){1,300})\](?!:)/g;

/** Returns the labels in brackets that a source refers to; one with a colon after it defines. */
export function referencedLabels(source: string): ReadonlySet<string> {
  if (!source.includes(']:')) return new Set();
  return new Set(Array.from(source.matchAll(LABEL), ({ 1: label }) => normalised(label!)));
}

function normalised(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** A lexer that knows which labels its source refers to. */
export interface ReferenceLexer {
  readonly references: ReadonlySet<string>;
}

/**
 * A link definition that no link refers to is text, "[OBS]: vigtigt", as is a second one of the same
 * label, and one whose label goes over two lines: the second may be a list item.
 */
function def(this: Tokenizer, source: string): undefined | false {
  const label = /^ {0,3}\[((?:\\[^\n]|[^[\]\\\n])+)\]:/.exec(source)?.[1];
  if (label === undefined) return undefined;
  const { references } = this.lexer as unknown as ReferenceLexer;
  const isUsed = references.has(normalised(label));
  return isUsed && !this.lexer.tokens.links[normalised(label)] ? false : undefined;
}

/** A day or a year at the head of a line, which is no number of a list item. */
const MONTH =
  '(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|january|february|march|may|october)';
const DAY_OR_YEAR = new RegExp(
  `^ {0,3}(?:(?:[12]?\\d|3[01]|0\\d)\\. {0,3}(?:(?:0?\\d|1[012])\\.(?!\\d{3})|${MONTH})|(?:1\\d|20)\\d\\d[.)] )`,
  'i'
);
const NUMBER_ALONE = /^ {0,3}\d{1,9}[.)][ \t]*(?:\n(?![ \t]+\S)|$)/;
const NUMBERED = /^ {0,3}\d{1,9}[.)]\s/;

/**
 * A line alone that begins with a day or a year is a paragraph, "15. juni slutter høringen", and so
 * is a number with nothing after it. A list of several such lines is a list.
 */
function list(source: string): undefined | false {
  if (NUMBER_ALONE.test(source)) return undefined;
  if (!beginsWithDay(source)) return false;
  return isNumberedBelow(source) ? false : undefined;
}

/** Returns whether a source begins with a day or a year. */
export function beginsWithDay(source: string): boolean {
  return DAY_OR_YEAR.test(source);
}

/** Returns whether a further number begins a line between the first one and a blank one. */
function isNumberedBelow(source: string): boolean {
  for (let end = source.indexOf('\n'); end >= 0;) {
    const start = end + 1;
    end = source.indexOf('\n', start);
    const line = source.slice(start, end < 0 ? undefined : end);
    if (isBlank(line)) return false;
    if (NUMBERED.test(line)) return true;
  }
  return false;
}

const ENDS_SENTENCE = /[.!?:;,…]["”’»)\]]*$/;
/** A line of front matter, "title: Havnen", whose end is no underline. */
const FIELD = /^[\w-]+:(?:\s|$)/;

/**
 * A heading is underlined by at least three signs, and is one line that ends no sentence and is no
 * field of front matter. Otherwise the text is a paragraph: two dashes begin a signature, and more
 * are a rule.
 */
function lheading(this: Tokenizer, source: string): Tokens.Heading | undefined {
  const heading = Tokenizer.prototype.lheading.call(this, source);
  if (!heading) return undefined;
  const { text } = heading;
  const raw = heading.raw.slice(0, heading.raw.lastIndexOf('\n') + 1);
  const underline = heading.raw.slice(raw.length).trim();
  if (underline.length >= 3 && mayBeHeading(text)) return heading;
  const tokens = this.lexer.inline(text);
  const paragraph: Tokens.Paragraph = { type: 'paragraph', raw, text, tokens };
  return paragraph as Token as Tokens.Heading;
}

function mayBeHeading(text: string): boolean {
  return !text.includes('\n') && !ENDS_SENTENCE.test(text) && !FIELD.test(text);
}

const LETTER = '[\\p{L}\\p{N}]';
const STAR_IN_WORD = new RegExp(`(?<=${LETTER})\\*(?=${LETTER})`, 'gu');
const BEGINS_IN_WORD = new RegExp(`^\\*${LETTER}`, 'u');
const ENDS_IN_LETTER = new RegExp(`${LETTER}$`, 'u');

/** A single star within a word, "medlem*mer", is no emphasis. */
function emStrong(
  this: Tokenizer,
  source: string,
  masked: string,
  before = ''
): Tokens.Em | Tokens.Strong | undefined | false {
  if (!source.startsWith('*')) return false;
  if (ENDS_IN_LETTER.test(before) && BEGINS_IN_WORD.test(source)) return undefined;
  const withoutStars = masked.replace(STAR_IN_WORD, 'a');
  return Tokenizer.prototype.emStrong.call(this, source, withoutStars, before);
}

/** One tilde, "5~6 km", deletes nothing; two do. */
function del(source: string): undefined | false {
  return source.startsWith('~') && !source.startsWith('~~') ? undefined : false;
}

/** The rules of marked that keep what they would swallow. */
export const keptMarks: TokenizerObject = { def, list, lheading, emStrong, del };
