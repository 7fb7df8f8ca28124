import { decodeHTMLStrict } from 'entities';
import type { Token, Tokens } from 'marked';
import { collapseSpace, trimSpace } from './clean-source.ts';
import { escapeStart } from './escape.ts';
import { readsAsTag } from './tags.ts';

/** What a reader sees of inline tokens, in one line. */
export function inlineText(tokens: readonly Token[]): string {
  return collapseSpace(rawText(tokens).normalize('NFC'));
}

/** The Markdown of inline tokens in one line, but for breaks that were asked for. */
export function inlineMarkdown(tokens: readonly Token[]): string {
  const lines = tokens.map(tokenMarkdown).join('').split('\n');
  const last = trimSpace(lines.pop() ?? '');
  const broken = lines.map(brokenLine).filter((line) => line.trim() !== '' && line !== '\\');
  const whole = [...broken, last].map((line, place) => (place ? escapeStart(line) : line));
  return whole.join('\n').trim();
}

/** A line that a break ends, by two spaces or by a backslash: the two differ inside emphasis. */
function brokenLine(line: string): string {
  return line.endsWith('  ') ? `${trimSpace(line)}  ` : trimSpace(line);
}

/** The same where no line may break: a heading, a cell of a table. */
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

/** A box to tick shows as one character, in text and HTML alike. */
export function checkboxText(token: Tokens.Checkbox): string {
  return token.checked ? '☑ ' : '☐ ';
}

/** What stands for an image where it cannot be seen. */
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

/** A link by reference made whole, since a block must be understood without the rest. */
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
  return raw.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
}
