import TurndownService from 'turndown';
import { writeQuotation } from '#lib/domain/hearing/quotation.ts';

/** The HTML is nested deeper than any text is. */
export class NestedTooDeep extends Error {
  constructor() {
    super('The HTML is nested too deep');
    this.name = 'NestedTooDeep';
  }
}

/** Returns the HTML of a post, as Discourse renders it, as Markdown. Throws NestedTooDeep. */
export function htmlToMarkdown(html: string): string {
  if (depthOf(html) > MAX_DEPTH) throw new NestedTooDeep();
  return service.turndown(html);
}

/** Ten nested quotations with lists are fifty levels deep; at 5,000 the stack overflows. */
const MAX_DEPTH = 200;

function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (WITHOUT_END.test(name!)) continue;
    depth += end === '' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const WITHOUT_END = /^(?:br|hr|img|input|source|wbr|col|path|use)$/i;

const service = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*'
});

/** What Discourse adds around a text: avatars, counters, anchors, captions of images. */
const NOISE =
  '.quote > .title, .lightbox-wrapper .meta, .badge, a.anchor, svg, script, style, img.avatar';

service
  .addRule('noise', {
    filter: (node) => node.matches(NOISE),
    replacement: () => ''
  })
  .addRule('emoji', {
    filter: (node) => node.matches('img.emoji'),
    replacement: (_, node) => attribute(node, 'alt') || attribute(node, 'title')
  })
  .addRule('quotation', {
    filter: (node) => node.matches('aside.quote > blockquote'),
    replacement: (content, node) => `\n\n${writeQuotation(quotedName(node), content.trim())}\n\n`
  })
  .addRule('preview', {
    filter: (node) => node.matches('aside.onebox'),
    replacement: (_, node) => `\n\n<${previewAddress(node)}>\n\n`
  })
  .addRule('name', {
    filter: (node) => node.matches('.mention, .mention-group, .hashtag, .hashtag-cooked'),
    replacement: (_, node) => (node.textContent ?? '').trim()
  })
  .addRule('bareAddress', {
    filter: (node) =>
      node.matches('a[href^="http"]') && node.textContent === attribute(node, 'href'),
    replacement: (_, node) => `<${attribute(node, 'href')}>`
  })
  .addRule('enlarged', {
    filter: (node) => node.matches('a.lightbox'),
    replacement: (content) => content
  })
  .addRule('struck', {
    filter: ['del', 's'],
    replacement: (content) => `~~${content}~~`
  })
  .addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) => `| ${content.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')} `
  })
  .addRule('row', {
    filter: 'tr',
    replacement: (content) => `${content}|\n`
  })
  .addRule('rows', {
    filter: ['thead', 'tbody'],
    replacement: (content) => content
  })
  .addRule('table', {
    filter: 'table',
    replacement: (content, node) => `\n\n${table(content.trim(), node)}\n\n`
  });

type Turned = Parameters<TurndownService.ReplacementFunction>[1];

function attribute(node: Turned, name: string): string {
  return (node as HTMLElement).getAttribute(name) ?? '';
}

/** Returns the name in a quotation's title, or the user name in old posts. */
function quotedName(blockquote: Turned): string {
  const quote = blockquote.parentElement!;
  const title = quote.querySelector('.title')?.textContent ?? '';
  return title.trim().replace(/:$/, '').trim() || attribute(quote, 'data-username');
}

function previewAddress(aside: Turned): string {
  const link = (aside as HTMLElement).querySelector('a[href]');
  return attribute(aside, 'data-onebox-src') || (link?.getAttribute('href') ?? '');
}

/** Returns the rows as a Markdown table, which needs a line of hyphens below the first row. */
function table(rows: string, node: Turned): string {
  const [head, ...others] = rows.split('\n');
  const columns = (node as HTMLElement).querySelector('tr')?.children.length ?? 0;
  return [head, `${'| --- '.repeat(columns)}|`, ...others].join('\n');
}
