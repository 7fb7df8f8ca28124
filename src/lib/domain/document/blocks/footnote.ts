/** Part of step 2 of blocks: footnotes, which the library `marked` does not know by itself. */
import { escapeUTF8 } from 'entities';
import type { TokenizerAndRendererExtension, TokenizerThis, Tokens } from 'marked';
import { isBlank } from './source.ts';

/** The label of a footnote: short, and of characters that can be part of an address. */
const LABEL = '[\\p{L}\\p{N}_.-]{1,40}';
const DEFINITION = new RegExp(`^ {0,3}\\[\\^(${LABEL})\\]:[ \\t]*`, 'u');
const REFERENCE = new RegExp(`^\\[\\^(${LABEL})\\]`, 'u');
const DEFINITION_LINE = new RegExp(`^ {0,3}\\[\\^${LABEL}\\]:`, 'u');
const OTHER_BLOCK = /^ {0,3}(?:#{1,6}\s|>|[-+*]\s|\d{1,9}[.)]\s|```|~~~|\|)/;

export interface FootnoteToken extends Tokens.Generic {
  readonly type: 'footnote';
  readonly label: string;
}

/** `[^1]: the note`, continued in the lines below it until a blank line or another block. */
const definition: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  tokenizer(this: TokenizerThis, source: string) {
    const start = DEFINITION.exec(source);
    if (!start?.[1]) return undefined;
    const raw = source.slice(0, endOfNote(source, start[0].length));
    const body = raw.slice(start[0].length).replace(/\n {1,4}/g, '\n');
    return { type: 'footnote', raw, label: start[1], tokens: this.lexer.blockTokens(body, []) };
  },
  renderer({ label, tokens = [] }) {
    return `<p>[${escapeUTF8(label)}]</p>\n${this.parser.parse(tokens)}`;
  }
};

/** `[^1]` in running text. */
const reference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  tokenizer(source: string) {
    const match = REFERENCE.exec(source);
    return match ? { type: 'footnoteReference', raw: match[0], label: match[1] } : undefined;
  },
  renderer({ label }) {
    return `<sup><a href="#${escapeUTF8(footnoteId(label))}">[${escapeUTF8(label)}]</a></sup>`;
  }
};

/** Footnotes as extensions of marked: how they are read and rendered. */
export const footnotes = [definition, reference];

/** Returns the id that a footnote's block has in a page, which references to it link to. */
export function footnoteId(label: string): string {
  return `fodnote-${label}`;
}

function endOfNote(source: string, start: number): number {
  let end = lineEnd(source, start);
  for (let next = end + 1; next < source.length; next = lineEnd(source, next) + 1) {
    const line = source.slice(next, lineEnd(source, next));
    if (isBlank(line)) continue;
    const follows = next === end + 1;
    const indented = /^(?: {2}|\t)/.test(line);
    if (!indented && (!follows || OTHER_BLOCK.test(line) || DEFINITION_LINE.test(line))) break;
    end = lineEnd(source, next);
  }
  return end;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

const FENCED = '^ {0,3}(`{3,}(?=[^`\\n]*$)|~{3,})[^]*?(?:\\n {0,3}\\1|$(?![^]))';
const JOINED = new RegExp(`${FENCED}|[^\\n]\\n(?=\\[\\^${LABEL}\\]:)`, 'gmu');

/**
 * Returns a source with a blank line before each footnote, without which marked would read it as part
 * of the paragraph above. Fenced code is unchanged.
 */
export function separateFootnotes(source: string): string {
  if (!source.includes('\n[^')) return source;
  return source.replace(JOINED, (match, fence) => (fence ? match : `${match}\n`));
}
