import type { Block, BlockKind } from '../block.ts';
import { cleanSource, collapseSpace } from './clean-source.ts';
import { escapeInline, escapeText } from './escape.ts';
import { hang } from './to-markdown.ts';

/** What is known of a block that was not written in Markdown. */
export interface PlainBlock {
  readonly kind: Exclude<BlockKind, 'table' | 'code' | 'image'>;
  readonly text: string;
  /** Headings: 1 to 6. List items: their depth. */
  readonly level?: number;
  /** List items and footnotes. */
  readonly marker?: string;
}

/**
 * A block of text from elsewhere than Markdown (a PDF, a letter, Word): nothing in its
 * text is taken for a mark.
 */
export function writeBlock({ kind, text, level = 0, marker = '' }: PlainBlock): Block {
  const words = collapseSpace(cleanSource(text));
  const markdown = written({ kind, text: words, level, marker });
  return { kind, level, marker, text: words, markdown };
}

function written({ kind, text, level = 0, marker = '' }: PlainBlock): string {
  switch (kind) {
    case 'heading':
      return `${'#'.repeat(level)} ${escapeInline(text).replace(/(^|\s)(#+)$/, '$1\\$2')}`;
    case 'listItem':
      return marker ? hang(`${marker} `, escapeText(text)) : escapeText(text);
    case 'quotation':
      return `> ${escapeText(text)}`;
    case 'footnote':
      return `[^${marker}]: ${escapeText(text)}`;
    case 'paragraph':
      return escapeText(text);
  }
}
