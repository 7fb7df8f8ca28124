/**
 * Rich text: makes Markdown of HTML as word processors, mail programs and web pages put it on a
 * clipboard or save it in a file.
 *
 * 1. `tree.ts` reads the HTML into a tree, within bounds, without what no reader sees.
 * 2. `styles.ts` tells what a word processor says of an element in its styles and classes.
 * 3. `collect.ts` walks the tree and collects headings, paragraphs, items, tables and footnotes.
 * 4. `runs.ts` writes the words of each with emphasis and links as Markdown.
 */
import type { Block } from '../../block.ts';
import { toMarkdown } from '../write.ts';
import { collectBlocks } from './collect.ts';
import { readTree } from './tree.ts';

/**
 * Returns the Markdown of HTML: headings, lists with their numbers, emphasis, links, tables and
 * footnotes; '' if it shows no words. Colours, fonts and positions are left out, and so is whatever
 * could run: the result is text, which is rendered and sanitised as any other.
 */
export function richToMarkdown(html: string): string {
  const blocks = collectBlocks(readTree(html));
  return toMarkdown(blocks.map((block): Block => ({ ...block, text: '' })));
}

/** Returns whether a text is a page of HTML: it begins with the mark or the tag of one. */
export function isHtml(source: string): boolean {
  return /^\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<!doctype html|<html[\s>]|<body[\s>])/i.test(
    source.slice(0, 3000)
  );
}
