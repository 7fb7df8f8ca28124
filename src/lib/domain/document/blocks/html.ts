import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { Block } from '../block.ts';
import { cleanSource } from './clean-source.ts';
import { separateFootnotes } from './footnote.ts';
import { lex } from './lexer.ts';
import { footnoteRenderers, renderer } from './renderer.ts';
export { footnoteId } from './renderer.ts';
import { SHOWN_TAGS } from './tags.ts';

/**
 * A block as HTML that is safe in any page: a heading, paragraph, table or whatever it is, but of a
 * list item and a footnote only the content, since the page makes the list. Everything a member
 * writes is taken for hostile: no address but http, https and mailto, no style, class, id or script,
 * and images become links, so that no reader's visit is reported to a stranger's server.
 */
export function renderBlock(block: Block): string {
  const tokens = lex(block.markdown);
  if (block.kind === 'heading') return renderHeading(block, tokens);
  if (block.kind === 'listItem' && block.marker) return render(itemTokens(tokens));
  if (block.kind === 'footnote') return render(loosened(tokens));
  return render(tokens);
}

/**
 * A comment or an answer as safe HTML, line breaks as they were typed. Headings become paragraphs in
 * strong type, since a comment has no place among the document's headings.
 */
export function renderMarkdown(markdown: string): string {
  return render(lex(separateFootnotes(cleanSource(markdown)), { breaks: true }));
}

const parser = new Marked({ renderer, extensions: footnoteRenderers });

function render(tokens: Token[]): string {
  return safe(parser.parser(tokens).trim());
}

function renderHeading({ level }: Block, tokens: Token[]): string {
  const heading = tokens.find((token) => token.type === 'heading') as Tokens.Heading | undefined;
  const words = safe(parser.Parser.parseInline(heading?.tokens ?? [], parser.defaults));
  return `<h${level}>${words}</h${level}>`;
}

function itemTokens(tokens: Token[]): Token[] {
  const list = tokens.find((token) => token.type === 'list') as Tokens.List | undefined;
  return list?.items[0]?.tokens ?? tokens;
}

/** A footnote of one paragraph is shown without a paragraph's tags, like a list item. */
function loosened(tokens: Token[]): Token[] {
  const inner = tokens.flatMap((token) => ('tokens' in token && token.tokens) || []);
  const [only, ...others] = inner;
  return only?.type === 'paragraph' && others.length === 0 ? [{ ...only, type: 'text' }] : inner;
}

const BLOCK_TAGS = ['p', 'br', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'];
const TABLE_TAGS = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCK_TAGS, ...TABLE_TAGS, ...SHOWN_TAGS, 'a'],
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  enforceHtmlBoundary: false
};

/** The second wall, behind a renderer that lets through no tag of a member's but a few bare ones. */
function safe(html: string): string {
  return html.includes('<') ? sanitizeHtml(html, RULES) : html.replaceAll('>', '&gt;');
}
