import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBlocks } from './blocks.ts';
import { takeTitle } from './sections.ts';
import type { Block } from '../block.ts';

const HEARING = '../shared/hearing/vision.md';
if (!existsSync(HEARING)) console.log(`${HEARING} is not here: the real vision is not read`);

test.runIf(existsSync(HEARING))('the real vision has 48 blocks under its title', () => {
  const { title, blocks } = takeTitle(parseBlocks(readFileSync(HEARING, 'utf8')));
  expect(title).toBe('Socialpolitisk vision');
  expect(['heading', 'paragraph', 'listItem'].map((kind) => count(blocks, kind))).toEqual([
    10, 20, 18
  ]);
  expect(blocks).toHaveLength(48);
});

const READINGS: [string, string, string[]][] = [
  ['a heading knows its level', '### Havne', ['heading 3  Havne']],
  ['a paragraph is one line, however it was wrapped', 'et\ntog', ['paragraph 0  et tog']],
  ['marks are not text', '*a* **b** ~~c~~ `d` [e](http://x.dk)', ['paragraph 0  a b c d e']],
  ['entities are signs', '&aelig;&nbsp;&amp;', ['paragraph 0  æ\u00a0&']],
  ['both forms of æ ø å are one', 'a\u030ar', ['paragraph 0  år']],
  ['an emoji stays whole', '👩‍👩‍👧 og 🇩🇰', ['paragraph 0  👩‍👩‍👧 og 🇩🇰']],
  [
    'items know depth and marker',
    '- a\n  - b\n    1. c',
    ['listItem 0 - a', 'listItem 1 - b', 'listItem 2 1. c']
  ],
  [
    'an item that looks like half a link definition hides nothing',
    '- [a\\](b)\n  - \\[b]: c',
    ['listItem 0 - [a](b)', 'listItem 1 - [b]: c']
  ],
  [
    "an item's further paragraph is a block without marker",
    '3. a\n\n   b',
    ['listItem 0 3. a', 'listItem 0  b']
  ],
  ['a box to tick is seen', '- [x] a', ['listItem 0 - ☑ a']],
  ['each paragraph of a quotation is a block', '> a\n>\n> b', ['quotation 0  a', 'quotation 0  b']],
  ['a table is one block', '| a | b |\n|--|--|\n| c | d |', ['table 0  a\tb\nc\td']],
  [
    'a footnote has its label, its reference is seen',
    'a[^1]\n\n[^1]: b',
    ['paragraph 0  a[1]', 'footnote 0 1 b']
  ],
  ['an image alone is a block', '![havn](x.png)', ['image 0  havn']],
  ['code keeps its lines', '```\na\n  b\n```', ['code 0  a\n  b']],
  ['a placeholder stays', '[tekst mangler]', ['paragraph 0  [tekst mangler]']],
  [
    'a tag that can do something is text',
    '<script>a</script>',
    ['paragraph 0  <script>a</script>']
  ],
  ['a tag that dresses is not', 'a<b>b</b><span class="x">c</span>', ['paragraph 0  abc']],
  ['a rule is no block', 'a\n\n---\n\nb', ['paragraph 0  a', 'paragraph 0  b']],
  ['a comment of HTML is text', 'a <!-- b -->', ['paragraph 0  a <!-- b -->']],
  ['an address in a tag is text', '<a href="x">a</a>', ['paragraph 0  <a href="x">a</a>']],
  [
    'a line that begins with a day is a paragraph',
    '17. 05. 2016 mødtes vi.\n\n15. juni slutter høringen.',
    ['paragraph 0  17. 05. 2016 mødtes vi.', 'paragraph 0  15. juni slutter høringen.']
  ],
  ['a line that begins with a year is a paragraph', '2030. Så.', ['paragraph 0  2030. Så.']],
  [
    'days below each other are a list',
    '14. maj: møde\n21. maj: svar',
    ['listItem 0 - 14. maj: møde', 'listItem 0 - 21. maj: svar']
  ],
  ['a number alone is text', '5.', ['paragraph 0  5.']],
  [
    'an item of nothing but its number is seen',
    '1. a\n2.\n3. b',
    ['listItem 0 1. a', 'listItem 0 - 2.', 'listItem 0 3. b']
  ],
  [
    'a link definition that nothing refers to is text',
    'Svar:\n\n[Punkt1]: Uenig\n[Punkt2]: Enig',
    ['paragraph 0  Svar:', 'paragraph 0  [Punkt1]: Uenig [Punkt2]: Enig']
  ],
  [
    'a second definition of a label is text after a link',
    '[a]\n\n[a]: http://x.dk\n\n[a]: http://y.dk',
    ['paragraph 0  a', 'paragraph 0  a: http://y.dk']
  ],
  [
    'two dashes below a line begin a signature',
    'Det er for dyrt\n--\nVenlig hilsen\nPeter',
    ['paragraph 0  Det er for dyrt', 'paragraph 0  -- Venlig hilsen Peter']
  ],
  [
    'a rule below a sentence makes no heading of it',
    'Det er for dyrt.\n---\nNej.',
    ['paragraph 0  Det er for dyrt.', 'paragraph 0  Nej.']
  ],
  [
    'a line underlined with three signs is a heading',
    'Havnen\n---\na',
    ['heading 2  Havnen', 'paragraph 0  a']
  ],
  [
    'front matter is text',
    '---\ntitle: Havnen\n---\na',
    ['paragraph 0  title: Havnen', 'paragraph 0  a']
  ],
  [
    'stars within words are letters',
    'medlem*mer og kolleg*er',
    ['paragraph 0  medlem*mer og kolleg*er']
  ],
  ['one tilde deletes nothing', '5~6 og 7~8 km', ['paragraph 0  5~6 og 7~8 km']],
  [
    'a file from Windows reads the same',
    '\ufeffa\r\n\r\nb\r\n',
    ['paragraph 0  a', 'paragraph 0  b']
  ],
  ['nothing is nothing', ' \n\n', []]
];

test.each(READINGS)('%s', (_, source, blocks) => {
  expect(parseBlocks(source).map(line)).toEqual(blocks);
});

test('a link by reference is made whole, since its block must stand alone', () => {
  const [block] = parseBlocks('se [her][x]\n\n[x]: http://x.dk "titel"');
  expect(block?.markdown).toBe('se [her](<http://x.dk> "titel")');
});

test('a text with two headings of the first level has no title', () => {
  expect(takeTitle(parseBlocks('# a\n\n# b')).title).toBeNull();
});

function line({ kind, level, marker, text }: Block): string {
  return `${kind} ${level} ${marker} ${text}`;
}

function count(blocks: readonly Block[], kind: string): number {
  return blocks.filter((block) => block.kind === kind).length;
}
