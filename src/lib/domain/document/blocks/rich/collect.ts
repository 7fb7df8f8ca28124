/** Step 3 of rich text: walks a tree and collects its blocks, each with its words as Markdown. */
import type { Block } from '../../block.ts';
import { escapeInline, escapeStart, headingMarkdown, itemBlock } from '../write.ts';
import { itemMark, type ListContext, listWithin } from './lists.ts';
import { writeRuns, type Run } from './runs.ts';
import { emphasisOf, headingLevel, isSign, noteLink, plain, wordItem } from './styles.ts';
import type { Emphasis } from './styles.ts';
import { tableMarkdown } from './tables.ts';
import type { Element, Node } from './tree.ts';

/** What a block is; a bold line may turn out to be a heading. */
interface Shape {
  kind: Block['kind'] | 'boldLine';
  level: number;
  marker: string;
  /** Of an item the number that Markdown has no list for, which begins its words. */
  sign: string;
}

export type CollectedBlock = Omit<Block, 'text'>;

/** Elements that begin a block and end it. */
const BLOCK =
  /^(?:p|div|section|article|header|footer|main|aside|nav|address|figure|figcaption|center|dl|dt|dd|form|fieldset|details|summary|body|html|h[1-6]|hr|tr|caption)$/;

/** Where in a text a node is. */
interface Context {
  readonly emphasis: Emphasis;
  readonly list: ListContext | null;
  readonly isPreformatted: boolean;
}

/** Returns the blocks of a tree, in order. */
export function collectBlocks(root: Element): CollectedBlock[] {
  const collector = new Collector();
  for (const child of root.children)
    collector.walk(child, { emphasis: plain, list: null, isPreformatted: false });
  collector.flush();
  return collector.finish();
}

class Collector {
  #shapes: { shape: Shape; runs: Run[] }[] = [];
  #runs: Run[] = [];
  #shape: Shape = paragraph();

  walk(node: Node, context: Context): void {
    if (typeof node === 'string') this.#addText(node, context);
    else if (isSign(node)) return;
    else if (node.name === 'br') this.#addBreak(context);
    else if (node.name === 'img') this.#addText(node.attributes.alt ?? '', context);
    else if (node.name === 'table') this.#addTable(node, context);
    else if (/^(?:ul|ol)$/.test(node.name))
      this.#within(node, { ...context, list: listWithin(node, context.list) });
    else if (node.name === 'li') this.#addItem(node, context);
    else if (node.name === 'blockquote')
      this.#asBlock(node, context, { ...paragraph(), kind: 'quotation' });
    else if (node.name === 'pre')
      this.#asBlock(node, { ...context, isPreformatted: true }, paragraph());
    else if (BLOCK.test(node.name)) this.#asBlock(node, context, this.#shapeOf(node));
    else if (!this.#addNote(node, context))
      this.#children(node, { ...context, emphasis: emphasisOf(node, context.emphasis) });
  }

  /** Ends the block that is being collected. A further one of a list item has no mark. */
  flush(): void {
    if (this.#runs.some(({ text }) => text.trim() !== '')) {
      this.#shapes.push({ shape: { ...this.#shape }, runs: this.#runs });
      if (this.#shape.kind === 'listItem') this.#shape = { ...this.#shape, marker: '', sign: '' };
    }
    this.#runs = [];
  }

  /** Returns all blocks; bold lines above a text are headings below those that are marked as such. */
  finish(): CollectedBlock[] {
    const levels = this.#shapes.map(({ shape }) => (shape.kind === 'heading' ? shape.level : 0));
    const below = Math.min(6, levels.reduce((most, level) => Math.max(most, level), 1) + 1);
    return this.#shapes.map(({ shape, runs }, place) => {
      if (!isBoldLine(shape, runs) || place + 1 === this.#shapes.length)
        return written(shape, runs);
      return written({ ...shape, kind: 'heading', level: below }, runs);
    });
  }

  #children(element: Element, context: Context): void {
    for (const child of element.children) this.walk(child, context);
  }

  #within(element: Element, context: Context): void {
    this.flush();
    this.#children(element, context);
    this.flush();
  }

  /** Collects the children as a block of this shape; within an item or a quotation they are part of it. */
  #asBlock(element: Element, context: Context, shape: Shape): void {
    this.flush();
    const outer = this.#shape;
    const isPart = shape.kind === 'paragraph' && outer.kind !== 'paragraph';
    if (!isPart) this.#shape = shape;
    const emphasis = emphasisOf(element, context.emphasis);
    this.#children(element, { ...context, emphasis });
    this.flush();
    this.#shape = outer;
  }

  #shapeOf(element: Element): Shape {
    const item = wordItem(element);
    if (item) return itemShape(item.depth, item.sign);
    const level = headingLevel(element);
    return level > 0 ? { ...paragraph(), kind: 'heading', level } : paragraph();
  }

  #addItem(element: Element, context: Context): void {
    const outer = this.#shape;
    const list = context.list ?? listWithin(element, null);
    this.flush();
    this.#shape = itemShape(list.depth, list.nextSign(element));
    this.#within(element, { ...context, list });
    this.#shape = outer;
  }

  #addTable(element: Element, context: Context): void {
    const markdown = tableMarkdown(element);
    if (markdown === null) return this.#within(element, context);
    this.flush();
    const shape: Shape = { ...paragraph(), kind: 'table' };
    this.#shapes.push({ shape, runs: [{ ...plain, text: markdown, written: true }] });
  }

  /** Adds the reference of a footnote, or makes a footnote of the block that a label begins. */
  #addNote(element: Element, context: Context): boolean {
    const note = noteLink(element);
    if (!note) return false;
    const text = `[^${note.label}]`;
    if (note.role === 'reference') this.#runs.push({ ...context.emphasis, text, written: true });
    else this.#shape = { ...paragraph(), kind: 'footnote', marker: note.label };
    return true;
  }

  #addText(text: string, { emphasis, isPreformatted }: Context): void {
    const lines = isPreformatted ? text : text.replace(/[\s\u200b]+/g, keepNoBreak);
    if (lines !== '') this.#runs.push({ ...emphasis, text: lines, written: false });
  }

  /** Adds a break; two of them end the paragraph. */
  #addBreak({ emphasis }: Context): void {
    const last = this.#runs.findLast(({ text }) => text.trim() !== '' || text.includes('\n'));
    if (last && /\n\s*$/.test(last.text)) this.flush();
    else this.#runs.push({ ...emphasis, text: '\n', written: false });
  }
}

const keepNoBreak = (space: string) => (/^\u00a0+$/.test(space) ? space : ' ');

const paragraph = (): Shape => ({ kind: 'paragraph', level: 0, marker: '', sign: '' });

function itemShape(level: number, shown: string): Shape {
  return { kind: 'listItem', level, ...itemMark(shown) };
}

/** In characters: a longer line is a sentence that is set in bold. */
const longestHeading = 100;

function isBoldLine({ kind }: Shape, runs: readonly Run[]): boolean {
  const words = runs.filter(({ text }) => text.trim() !== '');
  const line = words
    .map(({ text }) => text)
    .join('')
    .trim();
  if (kind !== 'paragraph' || line.length > longestHeading || line.includes('\n')) return false;
  return words.every(({ bold }) => bold) && !/[.,;!?…]$/.test(line) && /\p{L}{2}/u.test(line);
}

function written({ kind, level, marker, sign }: Shape, runs: readonly Run[]): CollectedBlock {
  if (kind === 'table') return { kind, level, marker, markdown: runs[0]!.text };
  const words = writeRuns(runs, { bare: kind === 'heading' });
  const markdown = escapeStart(sign ? `${escapeInline(sign)} ${words}` : words);
  switch (kind) {
    case 'heading':
      return { kind, level, marker, markdown: headingMarkdown(level, words.replace(/\\\n/g, ' ')) };
    case 'listItem':
      return itemBlock({ text: '', markdown }, level, marker);
    case 'quotation':
      return { kind, level, marker, markdown: markdown.replace(/^/gm, '> ') };
    case 'footnote':
      return { kind, level, marker, markdown: `[^${marker}]: ${markdown.replace(/\\\n/g, ' ')}` };
  }
  return { kind: 'paragraph', level, marker, markdown };
}
