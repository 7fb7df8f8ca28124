/** Part of step 2 of blocks: reads Markdown into the tokens of the library `marked`, within bounds. */
import { Lexer, Marked } from 'marked';
import type { MarkedOptions, Token, Tokenizer, Tokens, TokensList } from 'marked';
import { footnotes } from './footnote.ts';
import { keptMarks, referencedLabels, type ReferenceLexer } from './kept-marks.ts';
import { limitSlowMarks } from './source.ts';

/**
 * Lists and quotations within each other: no policy text goes beyond four, and the time of marked
 * doubles with each level of some inputs.
 */
const MOST_LEVELS = 8;

/**
 * Marks in one paragraph: a closely formatted page has fewer than fifty, and marked searches the
 * whole paragraph for each of them.
 */
const MOST_MARKS = 150;

/** From this length in characters the content of a list item is read by paragraphs, not by lines. */
const LONG_ITEM = 10_000;

/**
 * Lines in a text: a megabyte of printed pages has about twelve thousand. The rest of a longer text
 * becomes one last paragraph.
 */
const MOST_LINES = 20_000;

const MARK = /[\\`*_~[\]<!]/g;

/** Returns Markdown as the tokens of marked. With `breaks`, every line end breaks the line. */
export function lex(source: string, { breaks = false } = {}): TokensList {
  const limited = limitSlowMarks(source);
  const end = endOfLines(limited);
  const read = limited.slice(0, end);
  const tokens = new BoundedLexer({ ...options, breaks }, referencedLabels(read)).lex(read);
  if (end < limited.length) tokens.push(literalParagraph(limited.slice(end)));
  return tokens;
}

/** Returns where the last line that is read as Markdown ends. */
export function endOfLines(source: string): number {
  let end = 0;
  for (let line = 0; line < MOST_LINES; line++) {
    end = source.indexOf('\n', end) + 1;
    if (end === 0) return source.length;
  }
  return end;
}

/** Whether a token has text beyond the bounds, in which no mark counts but the backslash. */
export function isLiteral(token: Token): boolean {
  return 'literal' in token && token.literal === true;
}

/**
 * The lexer of marked with bounds on nesting and on marks, so that its time grows only with the
 * length of the source. What is beyond the bounds is kept as text, with its marks.
 */
class BoundedLexer extends Lexer implements ReferenceLexer {
  private depth = 0;
  readonly references: ReadonlySet<string>;

  constructor(options: MarkedOptions, references: ReadonlySet<string>) {
    super(options);
    this.references = references;
  }

  override blockTokens(source: string, tokens: Token[] = [], last?: boolean): TokensList {
    if (this.depth > MOST_LEVELS) {
      tokens.push(literalParagraph(source));
      return tokens as TokensList;
    }
    // Read line by line, a long item would be copied for each of its lines.
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
  for (let marks = 0; marks <= MOST_MARKS; marks++) if (!MARK.test(source)) return false;
  return true;
}

const options: MarkedOptions = new Marked({
  extensions: footnotes,
  tokenizer: {
    // A block of HTML is read as a paragraph with tags: one way less for HTML to get in.
    html: () => undefined,
    ...keptMarks,
    blockquote: forgetTextBefore,
    url: bareAddress,
    inlineText
  }
}).defaults;

/**
 * Marked reads a list that ends a quotation twice, the second time as if it came right after the
 * text before the quotation, where it may find no list and throw. This makes it forget that text.
 */
function forgetTextBefore(this: Tokenizer, source: string): false {
  if (/^ {0,3}>/.test(source)) delete this.lexer.state.lastToken;
  return false;
}

const ADDRESS = /^(?:https?:\/\/|www\.)[^\s<>\\*`[\]"”»]+/i;

/** Reads an address in running text, without the punctuation that ends the sentence. */
function bareAddress(source: string): Tokens.Link | undefined {
  const raw = ADDRESS.exec(source)?.[0].replace(/[?!.,:;_'"~)]{1,20}$/, '');
  if (!raw || raw.length < 6) return undefined;
  const href = /^www\./i.test(raw) ? `https://${raw}` : raw;
  const tokens = [{ type: 'text', raw, text: raw } as Tokens.Text];
  return { type: 'link', raw, text: raw, href, title: null, autolink: true, tokens } as Tokens.Link;
}

// The rule of marked itself looks for a mail address from every letter, which takes minutes for a
// long line. A line end after more than forty spaces is no deliberate break.
const TEXT =
  /^(?:`+|~+|[\s\S])(?:(?![\\<![`*~_]| {2,40}\n|https?:\/\/|(?<![^\s*_~(])www\.)[\s\S])*/i;

const TEXT_OF_A_LINE = new RegExp(TEXT.source.replace(' {2,40}\\n', ' {0,40}\\n'), 'i');

function inlineText(this: Tokenizer, source: string): Tokens.Text | undefined {
  const raw = (this.options.breaks ? TEXT_OF_A_LINE : TEXT).exec(source)?.[0];
  return raw ? { type: 'text', raw, text: raw, escaped: false } : undefined;
}
