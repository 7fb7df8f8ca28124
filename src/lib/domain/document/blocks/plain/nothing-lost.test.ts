import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainText } from './plain.ts';

const FIXTURES = 'tests/fixtures/documents/';
const TEXTS = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'));

test.each(TEXTS)('every letter of %s is in a block or set aside', (name) => {
  const source = readFileSync(FIXTURES + name, 'utf8');
  expect(lettersRead(source)).toBe(letters(source));
});

/** Lines that the reading looks at, in any order. */
const LINE = fc.constantFrom(
  ...[
    'Indhold',
    'Havnen ..... 3',
    '1.1 Byen    4',
    '7',
    '- 8 -',
    'Side 9',
    '10.',
    '46-47',
    '11.1.2'
  ],
  ...['Partiets program', 'HAVNEN', 'Havnen', 'havnen', 'Hvem ejer byen?', '', '', '', '\f', '•'],
  ...[
    '• en kaj',
    '- en bro',
    '1. en færge',
    'a) et sejl',
    'ii. et ror',
    '§ 1',
    '§ 2 Navn',
    'Stk. 2.'
  ],
  ...['§ 3 a. Alle sejler.', 'Kapitel II', '5.2 Lauget sejler.', '2 / Havnen', '> svar', 'a1'],
  'Her står der noget, som fylder en hel linje, og det bliver ved, til linjen er',
  'fyldt ud, og så slutter det med et punktum.',
  `${'Den ene spalte er her'.padEnd(40)}og den anden står ved siden af`
);

test('every letter of any lines is in a block or set aside', () => {
  fc.assert(
    fc.property(fc.array(LINE, { maxLength: 40 }), (lines) => {
      const source = lines.join('\n');
      expect(lettersRead(source)).toBe(letters(source));
    }),
    { numRuns: 1000 }
  );
});

function lettersRead(source: string): string {
  const { blocks, setAside } = readPlainText(source);
  const markers = blocks.map(({ marker }) => marker);
  const texts = [...blocks, ...setAside].map(({ text }) => text);
  return letters([...markers, ...texts].join(' '));
}

/** Returns the letters and digits of a text in alphabetical order. */
function letters(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
}
