import { expect, test } from 'vitest';
import { findPassages } from './find-passages.ts';

const text = 'Bussen kører, når folk skal bruge den. Om natten kører bussen ikke.';

test('words are found as they are typed, with other capitals and spaces', () => {
  expect(found('når  Folk\nskal')).toEqual(['når folk skal']);
});

test('words that stand twice are found twice', () => {
  expect(found('kører')).toEqual(['kører', 'kører']);
});

test('words that do not stand there, or no words, are found nowhere', () => {
  expect(found('bussen kører altid')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

test('half a word is not a passage', () => {
  expect(found('kør')).toEqual([]);
});

function found(words: string): string[] {
  return findPassages(text, words).map(({ start, end }) => text.slice(start, end));
}
