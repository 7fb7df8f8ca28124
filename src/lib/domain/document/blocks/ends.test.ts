import { expect, test } from 'vitest';
import { parseBlocks } from './blocks.ts';
import { renderMarkdown } from './html.ts';

// Each of these once kept a parser busy for minutes; that they end within the test's time is the test.
const MEGABYTE = 1_000_000;
const HEAVY: [string, string][] = [
  ['one line of words', 'ord og flere '],
  ['one word', 'a'],
  ['spaces in a word', ' '],
  ['empty lines', '\n'],
  ['a paragraph ten thousand times', `${'Det samme afsnit igen. '.repeat(4)}\n\n`],
  ['stars', '*a **a '],
  ['brackets', '[a]('],
  ['only opening brackets', '['],
  ['backticks', '`a ``b ```c '],
  ['unclosed tags', '<a x="'],
  ['quotations in quotations', '> '],
  ['lists in lists', '- '],
  ['items', '- a\n'],
  ['an item that never ends', '  og en linje mere i det samme punkt\n'],
  ['lazy lines under nested quotations', '> - > - > - a\nlinje\n'],
  ['tags of blocks', '<div> og lidt mere\n'],
  ['cells', '|a'],
  ['mail addresses', 'a.b-c+d'],
  ['escapes', '\\*'],
  ['footnotes', '[^1]: a\n'],
  ['clauses', 'Stk. 1. Ord.\nStk. 2. Ord.\n'],
  ['paragraphs of a law', '§ 1 Ord\nOrd.\n§ 2\n'],
  ['letters', 'a) ord\nb) ord\ni. ord\nii. ord\n'],
  ['lines that lead to a page', '....... 3\n'],
  ['numbers behind words', 'ord1 \n'],
  ['pages of one letter', 'a\f']
];

test.each(HEAVY)(
  'a megabyte of %s ends',
  (_, scrap) => {
    const source = `a${scrap.repeat(MEGABYTE / scrap.length)}b`;
    expect(parseBlocks(source).length).toBeGreaterThan(0);
    expect(parseBlocks(source, 'plain').length).toBeGreaterThan(0);
    expect(renderMarkdown(source)).not.toBe('');
  },
  20_000
);
