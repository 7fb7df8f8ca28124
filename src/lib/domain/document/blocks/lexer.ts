import { Lexer, Marked } from 'marked';
import type { MarkedOptions, Token, Tokenizer, Tokens, TokensList } from 'marked';
import { footnoteDefinition, footnoteReference } from './footnote.ts';
import { tame } from './tame.ts';

// Lists and quotations within each other; no policy text goes beyond four, and marked's time
// doubles with each level of some inputs.
const MAX_DEPTH = 8;
// Marks in one paragraph; a page of close formatting has fewer than fifty, and marked looks through
// the whole paragraph for every one of them.
const MAX_MARKS = 150;
const LONG_ITEM = 10_000;
// Lines in a text; a megabyte of printed pages has about twelve thousand. The rest of a longer text
// becomes one last paragraph.
const MAX_LINES = 20_000;
const MARK = /[\\`*_~[\]<!]/g;

/** Markdown as marked's tokens; with `breaks` every line end breaks the line. */
export function lex(source: string, { breaks = false } = {}): TokensList {
  const tamed = tame(source);
  const end = endOfLines(tamed);
  const tokens = new BoundedLexer({ ...options, breaks }).lex(tamed.slice(0, end));
  if (end < tamed.length) tokens.push(literalParagraph(tamed.slice(end)));
  return tokens;
}

/** Where the last line that is read as Markdown ends. */
function endOfLines(source: string): number {
  let end = 0;
  for (let line = 0; line < MAX_LINES; line++) {
    end = source.indexOf('\n', end) + 1;
    if (end === 0) return source.length;
  }
  return end;
}

/** True of a token that holds text beyond the bounds, in which only backslashes are honoured. */
export function isLiteral(token: Token): boolean {
  return 'literal' in token && token.literal === true;
}

/**
 * Marked's lexer with a bound on nesting and on marks, so that its time grows with the length of
 * the source alone. What lies beyond the bounds is kept as text, mark for mark.
 */
class BoundedLexer extends Lexer {
  private depth = 0;

  override blockTokens(source: string, tokens: Token[] = [], last?: boolean): TokensList {
    if (this.depth > MAX_DEPTH) {
      tokens.push(literalParagraph(source));
      return tokens as TokensList;
    }
    // Line by line, as marked reads a list item, a long one would be copied for each of its lines.
    if (source.length > LONG_ITEM) this.state.top = true;
    this.depth++;
    super.blockTokens(source, tokens, last);
    this.depth--;
    return tokens as TokensList;
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (!hasTooManyMarks(source)) return super.inlineTokens(source, tokens);
    tokens.push(...literalTokens(source));
    return tokens;
  }
}

function literalParagraph(source: string): Tokens.Paragraph {
  return { type: 'paragraph', raw: source, text: source, tokens: literalTokens(source) };
}

function literalTokens(source: string): Token[] {
  const text = source.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return [{ type: 'escape', raw: source, text, literal: true } as Token];
}

function hasTooManyMarks(source: string): boolean {
  MARK.lastIndex = 0;
  for (let marks = 0; marks <= MAX_MARKS; marks++) if (!MARK.test(source)) return false;
  return true;
}

const options: MarkedOptions = new Marked({
  extensions: [footnoteDefinition, footnoteReference],
  tokenizer: {
    // A block of HTML is a paragraph with tags in it: one place fewer where HTML gets in.
    html: () => undefined,
    def: noLongLabel,
    blockquote: forgetTextBefore,
    url: bareAddress,
    inlineText
  }
}).defaults;

/** A label over two lines, of which the second may be the next item of a list, defines nothing. */
function noLongLabel(source: string): undefined | false {
  return /^ {0,3}\[(?:\\[^\n]|[^\]\\\n])*\n/.test(source) ? undefined : false;
}

/**
 * Marked reads a list that ends a quotation twice, the second time as if it stood right under the
 * text above the quotation, where it may find no list and throw.
 */
function forgetTextBefore(this: Tokenizer, source: string): false {
  if (/^ {0,3}>/.test(source)) delete this.lexer.state.lastToken;
  return false;
}

const ADDRESS = /^(?:https?:\/\/|www\.)[^\s<>\\*`[\]"”»]+/i;

/** An address written out in running text, without the punctuation that ends the sentence. */
function bareAddress(source: string): Tokens.Link | undefined {
  const raw = ADDRESS.exec(source)?.[0].replace(/[?!.,:;_'"~)]{1,20}$/, '');
  if (!raw || raw.length < 6) return undefined;
  const href = /^www\./i.test(raw) ? `https://${raw}` : raw;
  const tokens = [{ type: 'text', raw, text: raw } as Tokens.Text];
  return { type: 'link', raw, text: raw, href, title: null, autolink: true, tokens } as Tokens.Link;
}

// Marked's own rule looks for a mail address from every letter, which takes minutes for a long line.
// Line ends after more than forty spaces are no deliberate break.
const TEXT =
  /^(?:`+|~+|[\s\S])(?:(?![\\<![`*~_]| {2,40}\n|https?:\/\/|(?<![^\s*_~(])www\.)[\s\S])*/i;

const TEXT_OF_A_LINE = new RegExp(TEXT.source.replace(' {2,40}\\n', ' {0,40}\\n'), 'i');

function inlineText(this: Tokenizer, source: string): Tokens.Text | undefined {
  const raw = (this.options.breaks ? TEXT_OF_A_LINE : TEXT).exec(source)?.[0];
  return raw ? { type: 'text', raw, text: raw, escaped: false } : undefined;
}
