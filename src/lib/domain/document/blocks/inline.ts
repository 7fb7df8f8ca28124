/** Part of step 3 of blocks: the text and the Markdown of what is within a paragraph. */
import { decodeHTMLStrict } from 'entities';
import type { Token, Tokens } from 'marked';
import { collapseSpace, replaceInPieces, trimSpace } from './source.ts';
import { escapeStart } from './write.ts';

/** Returns what a reader sees of inline tokens, in one line. */
export function inlineText(tokens: readonly Token[]): string {
  return collapseSpace(rawText(tokens).normalize('NFC'));
}

/** Returns the Markdown of inline tokens, with no line ends but deliberate breaks. */
export function inlineMarkdown(tokens: readonly Token[]): string {
  const lines = tokens.map(tokenMarkdown).join('').split('\n');
  const last = trimSpace(lines.pop() ?? '');
  const broken = lines.map(brokenLine).filter((line) => line.trim() !== '' && line !== '\\');
  const whole = [...broken, last].map((line, place) => (place ? escapeStart(line) : line));
  return whole.join('\n').trim();
}

/** Trims a line that a break ends; the break, two spaces or a backslash, stays as it was written. */
function brokenLine(line: string): string {
  return line.endsWith('  ') ? `${trimSpace(line)}  ` : trimSpace(line);
}

/** Returns the Markdown of inline tokens in one line, for a heading or a cell of a table. */
export function oneLineMarkdown(tokens: readonly Token[]): string {
  return inlineMarkdown(tokens).replace(/\\?\n/g, ' ');
}

function rawText(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join('');
}

function tokenText(token: Token): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'checkbox':
      return checkboxText(token as Tokens.Checkbox);
    case 'html':
      return readsAsTag(token.raw) ? tagText(token.raw) : token.raw;
    case 'image':
      return imageText(token as Tokens.Image);
    case 'footnoteReference':
      return `[${(token as Tokens.Generic).label}]`;
    case 'escape':
    case 'codespan':
      return (token as Tokens.Codespan).text;
  }
  if ('tokens' in token && token.tokens) return rawText(token.tokens);
  return 'text' in token ? decodeHTMLStrict(token.text) : '';
}

/** Returns a box to tick as one character, for text and HTML. */
export function checkboxText(token: Tokens.Checkbox): string {
  return token.checked ? '☑ ' : '☐ ';
}

/** Returns the words that stand for an image: its text, its title or its address. */
export function imageText(token: Tokens.Image): string {
  return (token.tokens ? rawText(token.tokens) : token.text) || token.title || token.href;
}

function tagText(raw: string): string {
  return /^<br\b/i.test(raw) ? '\n' : '';
}

function tokenMarkdown(token: Token): string {
  if (token.type === 'br') return token.raw.startsWith('\\') ? '\\\n' : '  \n';
  if (token.type === 'codespan') return token.raw.replaceAll('\n', ' ');
  if (token.type === 'checkbox') return (token as Tokens.Checkbox).checked ? '[x] ' : '[ ] ';
  if (token.type === 'link' && isByReference(token as Tokens.Link)) return resolved(token);
  if (token.type === 'image' && isByReference(token as Tokens.Image)) return resolved(token);
  if ('tokens' in token && token.tokens) return aroundChildren(token, token.tokens);
  return joinLines(token.raw);
}

function isByReference(token: Tokens.Link | Tokens.Image): boolean {
  return /\](?:\[[^\]]*\])?$/.test(token.raw) && !('autolink' in token && token.autolink);
}

/** Returns a link or an image by reference with its address, since a block is read by itself. */
function resolved(token: Token): string {
  const { href, title, tokens = [] } = token as Tokens.Link;
  const words = oneLineMarkdown(tokens) || token.raw;
  const address = href.replace(/[\s<>\\`]/g, encodeURIComponent);
  const quoted = title ? ` "${joinLines(title).replace(/["\\]/g, '\\$&')}"` : '';
  return `${token.type === 'image' ? '!' : ''}[${words}](<${address}>${quoted})`;
}

function aroundChildren(token: Token, children: readonly Token[]): string {
  const inner = children.map((child) => child.raw).join('');
  const start = inner ? token.raw.indexOf(inner) : -1;
  if (start < 0) return joinLines(token.raw);
  const before = joinLines(token.raw.slice(0, start));
  return (
    before + children.map(tokenMarkdown).join('') + joinLines(token.raw.slice(start + inner.length))
  );
}

function joinLines(raw: string): string {
  return replaceInPieces(raw, /(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
}

/** HTML tags for what Markdown has no mark for: they are rendered as they are. */
export const SHOWN_TAGS = [
  'b',
  'br',
  'del',
  'em',
  'i',
  'mark',
  's',
  'small',
  'strong',
  'sub',
  'sup',
  'u'
];

/** HTML tags that only style their text: they are left out and the text stays. */
const DROPPED_TAGS = ['center', 'div', 'font', 'ins', 'p', 'span'];

const KNOWN = new Set([...SHOWN_TAGS, ...DROPPED_TAGS]);

/**
 * Whether a piece of raw HTML is read as HTML: a tag of the two lists above. Every other tag, and a
 * comment, is text that a reader sees as it was typed, so that nothing is hidden and nothing runs.
 */
export function readsAsTag(raw: string): boolean {
  const name = /^<\/?([a-z]+)[\s/>]/i.exec(raw)?.[1];
  return name !== undefined && KNOWN.has(name.toLowerCase());
}
