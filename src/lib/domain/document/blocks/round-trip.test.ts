import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../block.ts';
import { parseBlocks } from './blocks.ts';
import { renderBlock } from './html.ts';
import { toMarkdown, writeBlock } from './write.ts';

const RUNS = { numRuns: 2000 };

test('blocks written as Markdown and read again are the same blocks, whatever their words look like', () => {
  fc.assert(
    fc.property(blockLists(), (blocks) => {
      expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
    }),
    RUNS
  );
}, 60_000);

test('a reference to a footnote that begins a broken line and ends in a colon stays one', () => {
  const blocks = parseBlocks('a  \n  [^1]: b');
  expect(blocks.map(({ text }) => text)).toEqual(['a [1]: b']);
  expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
});

test.each([
  ['an item whose first line is an odd space and a break', '+ \u00a0\\\n|'],
  ['a break that leaves a fence at the beginning', '\\\n    ```\n<!--  \n**'],
  ['tildes of which one is escaped', '\\\n    ~~~&~~'],
  ['a bracket whose escape makes an address of what follows', '[www.x.dk*[a]: http://x*'],
  ['a heading with a break in its emphasis', '**\\\n)* \n---\n'],
  ['a link that begins with a break', '[\\\n\\[a](b)'],
  ['code in which a line looks like a footnote', '```\na\n[^1]: b\n```'],
  ['an item with a tabulator before its code', '+     \u00a0\t&'],
  ['an item with a note in it', '- a\n  [^1]: [b](c)\n\n    d'],
  ['an item of notes alone', '- [^1]: [^1]: a'],
  ['a quoted number between the lines of an item', '- a\n  > 2. b\nc']
])('%s is the same when it is read again, with the rest and alone', (_, source) => {
  const blocks = parseBlocks(source);
  expect(blocks).not.toEqual([]);
  expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
  for (const { markdown, text } of blocks) {
    expect(parseBlocks(markdown).map((block) => block.text)).toEqual([text]);
  }
});

test('any Markdown at all settles after one reading', () => {
  fc.assert(
    fc.property(sources(), (source) => {
      const blocks = parseBlocks(source);
      expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
    }),
    RUNS
  );
}, 60_000);

test("a block's own Markdown gives that one block and its HTML shows its text", () => {
  fc.assert(
    fc.property(sources(), (source) => {
      for (const block of parseBlocks(source)) {
        expect(parseBlocks(block.markdown).map(({ text }) => text)).toEqual([block.text]);
        expect(words(seen(renderBlock(block)))).toBe(words(block.text));
      }
    }),
    RUNS
  );
}, 60_000);

test('every letter and figure of a source is in the blocks, or in the number that they are shown with', () => {
  fc.assert(
    fc.property(swallowable(), (source) => {
      const shown = parseBlocks(source).map(({ marker, text }) => `${marker} ${text}`);
      expect(lettersIn(shown.join(' '))).toBe(lettersIn(source));
    }),
    RUNS
  );
}, 60_000);

test('plain text read, written as Markdown and read again is the same', () => {
  fc.assert(
    fc.property(sources(), (source) => {
      const blocks = parseBlocks(source, 'plain');
      expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
    }),
    RUNS
  );
}, 60_000);

test('an item deeper than the items above it allow is drawn up to where it can stand', () => {
  const lost = writeBlock({ kind: 'listItem', text: 'for dybt', level: 3, marker: '-' });
  expect(parseBlocks(toMarkdown([lost]))).toEqual([{ ...lost, level: 0 }]);
});

const SCRAPS = [
  ...[
    '# ',
    '##',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '10. ',
    '15. juni ',
    '2030. ',
    '> ',
    '>',
    '|',
    '|---|',
    '===',
    '--',
    '---',
    '***'
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```',
    '~~~',
    '\\',
    '[^1]',
    '[^1]: ',
    '[a](b)',
    '[a]: http://x'
  ],
  ...[
    '[x]',
    '[ ] ',
    '![a](b)',
    '<b>',
    '</b>',
    '<script>',
    '<!--',
    '-->',
    '<br>',
    '&amp;',
    '&',
    '&#35;'
  ],
  ...[
    'http://a.dk/b_c',
    'www.x.dk',
    'a@b.dk',
    '<http://x.dk>',
    'ord',
    'æøå',
    'Hej',
    'maj',
    'medlem*mer',
    '.',
    ':',
    '!',
    '"'
  ],
  ...['(', ')', '[', ']', '\u00a0', '\u00ad', '👩‍👩‍👧', 'e\u0301', '1', '^', '=', '$', ' ', '  ']
];
/** Numbers of statutes, each at the head of a line. */
const CLAUSES = [
  '\n§ 1 Ord',
  '\n§ 2. Ord.',
  '\nStk. 1. Ord',
  '\nStk. 2. Ord',
  'Stk. 3. ',
  '\n5.1 Ord',
  '\n  5.2 Ord',
  '\na) ',
  '\n(b) ',
  '\n\ti. a',
  '\n   **Stk. 2.** Ord',
  '\nii. a'
];
const BREAKS = [
  '\n',
  '\n\n',
  '  \n',
  '\\\n',
  '    ',
  '\t',
  '```\n',
  '\n---\n',
  '| a | b |\n|---|---|\n| c | d |\n'
];

function sources(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...SCRAPS, ...BREAKS, ...CLAUSES), { maxLength: 25 })
    .map((scraps) => scraps.join(''));
}

/** Sources whose marks hold no letters, as an address does. */
function swallowable(): fc.Arbitrary<string> {
  const words = ['ord', 'æøå', '15. juni ', '2030. ', '7. ', '3) ', '12', 'medlem*mer', 'a~b'];
  const marks = ['# ', '- ', '> ', '*', '**', '_', '~~', '`', '[', ']', ']: ', '(', ')', '<', '>'];
  const more = ['<!-- ', ' -->', '<i>', '---', '--', '==', '|', '|--|', ':', '.', ' ', '    '];
  return fc
    .array(fc.constantFrom(...words, ...words, ...marks, ...more, ...CLAUSES, '\n', '\n\n'), {
      maxLength: 25
    })
    .map((scraps) => scraps.join('').replace(/<\/?i>/g, ''));
}

const lettersIn = (text: string) => [...text.matchAll(/[\p{L}\p{N}]/gu)].sort().join('');

function texts(): fc.Arbitrary<string> {
  const scrap = fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 6, unit: 'grapheme' }));
  return fc
    .array(scrap, { minLength: 1, maxLength: 10 })
    .map((scraps) => scraps.join(''))
    .filter((text) => writeBlock({ kind: 'paragraph', text }).text !== '');
}

function blockLists(): fc.Arbitrary<Block[]> {
  const text = texts();
  const kind = fc.constantFrom('paragraph' as const, 'quotation' as const);
  const block = fc.oneof(
    fc.record({ kind, text }),
    fc.record({
      kind: fc.constant('heading' as const),
      text,
      level: fc.integer({ min: 1, max: 6 })
    }),
    fc.record({
      kind: fc.constant('footnote' as const),
      text,
      marker: fc.constantFrom('1', 'a', 'æ-1', '1.2')
    }),
    fc.record({
      kind: fc.constant('listItem' as const),
      text,
      level: fc.integer({ min: 0, max: 4 }),
      marker: fc.constantFrom('-', '*', '+', '1.', '2.', '10)', '')
    })
  );
  return fc
    .array(block, { maxLength: 8 })
    .map((blocks) => withPossibleDepths(blocks).map(writeBlock));
}

type Written = Parameters<typeof writeBlock>[0];

function withPossibleDepths(blocks: readonly Written[]): Written[] {
  let depth = -1;
  return blocks.map((block) => {
    if (block.kind !== 'listItem') depth = -1;
    if (block.kind !== 'listItem') return block;
    const marker = depth < 0 ? block.marker || '-' : (block.marker ?? '');
    depth = Math.min(block.level ?? 0, marker ? depth + 1 : depth);
    return { ...block, marker, level: depth };
  });
}

function seen(html: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html
    .replace(
      /<li value="(\d+)"( data-sign)?[^>]*>/g,
      (_, number, sign) => `${number}${sign ? ')' : '.'} `
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => signs[name] ?? '');
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
