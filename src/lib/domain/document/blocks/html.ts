/** Step 8 of blocks: renders blocks and comments as HTML that is safe in any page. */
import { decodeHTMLStrict, escapeUTF8 } from 'entities';
import { Marked } from 'marked';
import type { RendererObject, Token, Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { Block } from '../block.ts';
import { footnotes, separateFootnotes } from './footnote.ts';
import { checkboxText, imageText, readsAsTag, SHOWN_TAGS } from './inline.ts';
import { codeText } from './leaf-blocks.ts';
import { lex } from './lexer.ts';
import { cleanSource } from './source.ts';

/**
 * Returns a block as HTML that is safe in any page; of a list item and a footnote only the content,
 * since the page makes the list. Everything a member writes may be hostile: no address but http,
 * https and mailto, no style, class, id or script, and images become links, so that no reader's
 * visit is reported to another server.
 */
export function renderBlock(block: Block): string {
  const tokens = lex(block.markdown);
  if (block.kind === 'heading') return renderHeading(block, tokens);
  if (block.kind === 'listItem' && block.marker) return render(itemTokens(tokens));
  if (block.kind === 'footnote') return render(footnoteTokens(tokens));
  return render(tokens);
}

/**
 * Returns a comment or an answer as safe HTML, with line breaks as they were typed. Headings become
 * strong paragraphs, since those of a page are the document's.
 */
export function renderMarkdown(markdown: string): string {
  return render(lex(separateFootnotes(cleanSource(markdown)), { breaks: true }));
}

/** How our HTML differs from that of marked itself. Text is escaped before it is put into tags. */
const renderer: RendererObject = {
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
  },
  code(token) {
    return `<pre><code>${escapeUTF8(codeText(token))}\n</code></pre>\n`;
  },
  html({ text }) {
    return readsAsTag(text) ? bareTag(text) : escapeUTF8(text);
  },
  br() {
    return '<br>\n';
  },
  hr() {
    return '<hr>\n';
  },
  list({ ordered, items }) {
    const rendered = items.map((item) => this.listitem(item)).join('');
    return ordered ? `<ol>\n${rendered}</ol>\n` : `<ul>\n${rendered}</ul>\n`;
  },
  listitem(item) {
    return `<li${numberAttributes(item)}>${this.parser.parse(item.tokens)}</li>\n`;
  },
  checkbox(token) {
    return checkboxText(token);
  },
  link(token) {
    return anchor(token.href, this.parser.parseInline(token.tokens), token.title);
  },
  image(token) {
    return anchor(token.href, escapeUTF8(imageText(token)), null);
  },
  tablecell({ header, tokens }) {
    const tag = header ? 'th' : 'td';
    return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>\n`;
  },
  text(token) {
    if ('tokens' in token && token.tokens) return this.parser.parseInline(token.tokens);
    return escapeContent(token.type === 'text' ? decodeHTMLStrict(token.text) : token.text);
  }
};

/**
 * Escapes text as the content of an element. `>` is left to `sanitize`, which reads a text entity by
 * entity: half a million `&gt;` took it most of a second.
 */
function escapeContent(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Returns the number of an item as it was typed; a list counts it with a full stop if not told. */
function numberAttributes({ raw }: Tokens.ListItem): string {
  const [, number, sign] = /^\s*(\d{1,9})([.)])/.exec(raw) ?? [];
  if (number === undefined) return '';
  return ` value="${Number(number)}"${sign === ')' ? ' data-sign=")"' : ''}`;
}

/** Returns a tag without its attributes, or nothing if it is not to be rendered. */
function bareTag(tag: string): string {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/i.exec(tag) ?? [];
  const known = name.toLowerCase();
  if (known === 'br') return '<br>\n';
  return SHOWN_TAGS.includes(known) ? `<${slash}${known}>` : '';
}

/** Addresses of other sites, and of this one: from its root, or within the page. */
const SAFE_ADDRESS = /^(?:https?:\/\/[^/]|mailto:|#|\/(?![/\\]))/i;

/** Returns a link that tells the other site nothing and gives it no access to our page. */
function anchor(href: string, words: string, title: string | null | undefined): string {
  // Browsers leave out tabs and line ends, so that "java&Tab;script:" would run.
  const address = decodeHTMLStrict(href)
    .replace(/[\t\n\r]/g, '')
    .trim();
  if (!SAFE_ADDRESS.test(address)) return words;
  const named = title ? ` title="${escapeUTF8(decodeHTMLStrict(title))}"` : '';
  return `<a href="${escapeUTF8(address)}"${named} rel="nofollow noopener">${words}</a>`;
}

const parser = new Marked({ renderer, extensions: footnotes });

function render(tokens: Token[]): string {
  return sanitize(parser.parser(tokens).trim());
}

function renderHeading({ level }: Block, tokens: Token[]): string {
  const heading = tokens.find((token) => token.type === 'heading') as Tokens.Heading | undefined;
  const words = sanitize(parser.Parser.parseInline(heading?.tokens ?? [], parser.defaults));
  return `<h${level}>${words}</h${level}>`;
}

function itemTokens(tokens: Token[]): Token[] {
  const list = tokens.find((token) => token.type === 'list') as Tokens.List | undefined;
  return list?.items[0]?.tokens ?? tokens;
}

/** Returns a footnote's tokens; one that is a single paragraph gets no `p`, as a list item. */
function footnoteTokens(tokens: Token[]): Token[] {
  const inner = tokens.flatMap((token) => ('tokens' in token && token.tokens) || []);
  const [only, ...others] = inner;
  return only?.type === 'paragraph' && others.length === 0 ? [{ ...only, type: 'text' }] : inner;
}

const BLOCK_TAGS = ['p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'];
const TABLE_TAGS = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCK_TAGS, ...TABLE_TAGS, ...SHOWN_TAGS, 'a'],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    li: ['value', { name: 'data-sign', values: [')'] }]
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  enforceHtmlBoundary: false
};

/** A second defence: the renderer lets through nothing of a member's HTML but a few bare tags. */
function sanitize(html: string): string {
  return html.includes('<') ? sanitizeHtml(html, RULES) : html.replaceAll('>', '&gt;');
}
