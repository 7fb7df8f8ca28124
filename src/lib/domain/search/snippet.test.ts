import { expect, test } from 'vitest';
import { parseStems, snippetOf } from './snippet.ts';

test.each([
  ["'boernehav'", 'Alle børnehaver og Børnehaven.', ['børnehaver', 'Børnehaven']],
  ["'miljoe'", 'Miljøet, miljøministeren og miljø.', ['Miljøet', 'miljø']],
  ["'bolig':*", 'Boligerne i boligpolitikken.', ['Boligerne', 'boligpolitikken']],
  ["'ide'", 'Idéerne og identiteten.', ['Idéerne']],
  ["'noedvend'", 'Nødvendigheden er nødvendig.', ['Nødvendigheden', 'nødvendig']],
  ["'bo'", 'De bor i en bolig.', []],
  ["'a' | 'b'", '', []]
])('%s marks in "%s"', (question, text, marked) => {
  expect(marksOf(question, text)).toEqual(marked);
});

test('a long text is cut at words around what was found, and says so', () => {
  const text = `${'ord '.repeat(200)}fyret ved kysten ${'ord '.repeat(200)}`;
  const pieces = snippetOf(text, parseStems("'fyr' | 'kyst'"));
  expect(pieces.filter(({ isMarked }) => isMarked).map((each) => each.text)).toEqual([
    'fyret',
    'kysten'
  ]);
  const whole = pieces.map((each) => each.text).join('');
  expect(whole).toMatch(/^… ord .* ord …$/);
  expect(whole.length).toBeLessThan(300);
});

test('nothing is lost of a short text', () => {
  const text = 'Et kort afsnit om søen & skoven.';
  const pieces = snippetOf(text, parseStems("'soe'"));
  expect(pieces.map((each) => each.text).join('')).toBe(text);
});

const marksOf = (question: string, text: string) =>
  snippetOf(text, parseStems(question))
    .filter(({ isMarked }) => isMarked)
    .map((each) => each.text);
