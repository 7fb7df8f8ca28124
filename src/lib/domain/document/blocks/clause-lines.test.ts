import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBlocks } from './blocks.ts';
import { toMarkdown } from './write.ts';

const read = (markdown: string) =>
  parseBlocks(markdown).map(({ kind, level, marker, text }) =>
    [kind, kind === 'paragraph' ? '' : level, marker, text].filter((part) => part !== '').join(' ')
  );

test.each([
  [
    'parts of a paragraph',
    'Stk. 1. Lauget sejler.\nStk. 2. Bådene er af træ.\nStk. 3. Årerne er lånt.'
  ],
  ['a second part below one without number', 'Lauget sejler.\nStk. 2. Bådene er af træ.'],
  ['decimal numbers', '5.2 Lauget sejler.\n5.2.1 Bådene er af træ.\n5.3 Årerne er lånt.'],
  [
    'paragraphs with letters',
    '§ 3. Lauget sejler.\n§ 3 a. Bådene er af træ.\n§ 4. Årerne er lånt.'
  ],
  [
    'lines that end in breaks',
    'Stk. 1. Lauget sejler.  \nStk. 2. Bådene er af træ.\\\nStk. 3. Årerne er lånt.'
  ]
])('clauses line below line are blocks with their numbers: %s', (_, source) => {
  const lines = source.split('\n').map((line) => `paragraph ${line.replace(/ {2}$|\\$/, '')}`);
  expect(read(`# Vedtægter\n\n${source}`).slice(1)).toEqual(lines);
});

test('a clause that was wrapped stays whole', () => {
  const source =
    'Stk. 1. Lauget har hjemsted ved den gamle kaj, som kommunen har lejet\nud til det.\nStk. 2. Bådene er af træ.';
  expect(read(source)).toEqual([
    'paragraph Stk. 1. Lauget har hjemsted ved den gamle kaj, som kommunen har lejet ud til det.',
    'paragraph Stk. 2. Bådene er af træ.'
  ]);
});

test('a number in bold or italics counts, and stays so', () => {
  const blocks = parseBlocks('**Stk. 1.** Lauget sejler.\n*Stk. 2.* Bådene er af træ.');
  expect(blocks.map(({ markdown }) => markdown)).toEqual([
    '**Stk. 1.** Lauget sejler.',
    '*Stk. 2.* Bådene er af træ.'
  ]);
});

test('a title on the line of its number is a heading, below the heading above it', () => {
  const source =
    '## Kapitel 1\n\n§ 1 Navn\nNavnet er Lauget.\n§ 2\nFormål\nLauget sejler.\n**§ 3 Både**\nDe er af træ.';
  expect(read(source)).toEqual([
    'heading 2 Kapitel 1',
    'heading 3 § 1 Navn',
    'paragraph Navnet er Lauget.',
    'heading 3 § 2 Formål',
    'paragraph Lauget sejler.',
    'heading 3 § 3 Både',
    'paragraph De er af træ.'
  ]);
});

test('a title below typed ones has their level', () => {
  const source = '## § 1 Navn\nNavnet er Lauget.\n§ 2 Formål\nLauget sejler.';
  expect(read(source)[2]).toBe('heading 2 § 2 Formål');
});

test('a clause below a list is no part of its last item', () => {
  const source =
    'Lauget sejler.\nStk. 2. Dagsordenen er:\n1. Valg\n2. Regnskab\nStk. 3. Lauget ror.';
  expect(read(source).slice(2)).toEqual([
    'listItem 0 1. Valg',
    'listItem 0 2. Regnskab',
    'paragraph Stk. 3. Lauget ror.'
  ]);
});

test('letters and Roman numbers are items below what they are parts of', () => {
  const source =
    '1. Lauget har\na) både\nb) årer:\ni. lange\nii. korte\nc) sejl.\n2. Lauget sejler.';
  expect(read(source)).toEqual([
    'listItem 0 1. Lauget har',
    'listItem 1 - a) både',
    'listItem 1 - b) årer:',
    'listItem 2 - i. lange',
    'listItem 2 - ii. korte',
    'listItem 1 - c) sejl.',
    'listItem 0 2. Lauget sejler.'
  ]);
});

test.each([
  ['one law named in prose', 'Det følger af loven.\n§ 5 Lov om havne gælder.'],
  ['numbers in no order', '§ 9 Havnen er åben.\n§ 5 Kajen er åben.'],
  [
    'a part named within a sentence',
    'Stk. 1. Lauget følger den regel om både og pladser, der står i\nStk. 2. Ellers følger det loven.'
  ],
  [
    'laws named within a sentence',
    'Vi henviser til reglerne om havne og kajer og både i\n§ 4 og\n§ 5 og til lovens øvrige regler om fortøjning.'
  ],
  ['small letters', 'Det siger reglen.\nstk. 2 siger det modsatte.'],
  ['a letter alone', 'Se bilag\nb) i sagen.'],
  ['a day', 'Mødet er i maj.\n5.2 ville være for tidligt.']
])('%s cuts no paragraph', (_, source) => {
  expect(parseBlocks(source)).toHaveLength(1);
});

test.each([
  ['code', '```\nStk. 1. Navn.\nStk. 2. Sted.\n```'],
  ['indented code', '    Stk. 1. Navn.\n    Stk. 2. Sted.'],
  ['a table', '| Stk. 1. Navn. | a |\n|--|--|\nStk. 2. Sted. | b\nStk. 3. Både. | c'],
  ['a quotation', '> Stk. 1. Navn.\n> Stk. 2. Sted.']
])('%s is left as it is', (_, source) => {
  expect(parseBlocks(source)).toHaveLength(1);
});

test('a paragraph (§) between blank lines stays what it was typed as', () => {
  expect(read('§ 1 Navn\n\nNavnet er Lauget.\n\n§ 2 Sted\n\nLauget har et sted.')).toEqual([
    'paragraph § 1 Navn',
    'paragraph Navnet er Lauget.',
    'paragraph § 2 Sted',
    'paragraph Lauget har et sted.'
  ]);
});

test('statutes read, written and read again are the same, and each block alone', () => {
  const blocks = parseBlocks(
    '# Love\n\n§ 1 Navn\nNavnet er Lauget.\nStk. 2. Det har\na) både\nb) årer.\nStk. 3. Det ror.\n§ 2. Lauget sejler.'
  );
  expect(blocks).toHaveLength(8);
  expect(parseBlocks(toMarkdown(blocks))).toEqual(blocks);
  for (const block of blocks) expect(parseBlocks(block.markdown)).toEqual([block]);
});

test('statutes typed as Markdown are read as they are as plain text', () => {
  const fixture = (path: string) => readFileSync(`tests/fixtures/${path}`, 'utf8');
  const typed = parseBlocks(fixture('statutes/faelleshaven.md'));
  const plain = parseBlocks(fixture('documents/faelleshaven.txt'), 'plain');
  const seen = (blocks: typeof plain) =>
    blocks.map(({ kind, level, marker, text }) => `${kind} ${level} ${marker} ${text}`);
  expect(seen(typed)).toEqual(seen(plain));
});
