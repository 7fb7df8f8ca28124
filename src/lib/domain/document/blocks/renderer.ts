import { decodeHTMLStrict, escapeUTF8 } from 'entities';
import type { RendererExtension, RendererObject } from 'marked';
import { checkboxText, imageText } from './inline.ts';
import { readsAsTag, SHOWN_TAGS } from './tags.ts';

const SHOWN = new Set(SHOWN_TAGS);

/** How our HTML differs from marked's own. Everything here is escaped before it is put in tags. */
export const renderer: RendererObject = {
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
  },
  code({ text }) {
    return `<pre><code>${escapeUTF8(text)}\n</code></pre>\n`;
  },
  html({ text }) {
    return readsAsTag(text) ? bareTag(text) : escapeUTF8(text);
  },
  br() {
    return '<br>\n';
  },
  hr() {
    return '';
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
 * Text as an element's content. The rest is left to the second wall, which reads a text entity by
 * entity: half a million `&gt;` took it most of a second.
 */
function escapeContent(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A tag that may be shown, stripped of everything but its name. */
function bareTag(tag: string): string {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/i.exec(tag) ?? [];
  const known = name.toLowerCase();
  if (known === 'br') return '<br>\n';
  return SHOWN.has(known) ? `<${slash}${known}>` : '';
}

// Addresses elsewhere, and those of this site: from its root, or within the page.
const SAFE_ADDRESS = /^(?:https?:\/\/[^/]|mailto:|#|\/(?![/\\]))/i;

/** A link that tells the other side nothing and gives it no hold on our page. */
function anchor(href: string, words: string, title: string | null | undefined): string {
  // Browsers leave out tabs and line ends, so that "java&Tab;script:" would run.
  const address = decodeHTMLStrict(href)
    .replace(/[\t\n\r]/g, '')
    .trim();
  if (!SAFE_ADDRESS.test(address)) return words;
  const named = title ? ` title="${escapeUTF8(decodeHTMLStrict(title))}"` : '';
  return `<a href="${escapeUTF8(address)}"${named} rel="nofollow noopener">${words}</a>`;
}

/** Where a reference to a footnote leads; a page gives the footnote's block this id. */
export function footnoteId(label: string): string {
  return `fodnote-${label}`;
}

export const footnoteRenderers: RendererExtension[] = [
  {
    name: 'footnoteReference',
    renderer({ label }) {
      return `<sup><a href="#${escapeUTF8(footnoteId(label))}">[${escapeUTF8(label)}]</a></sup>`;
    }
  },
  {
    name: 'footnote',
    renderer({ label, tokens = [] }) {
      return `<p>[${escapeUTF8(label)}]</p>\n${this.parser.parse(tokens)}`;
    }
  }
];
