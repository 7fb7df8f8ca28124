import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { tokenise } from './words.ts';

describe('a text cut into words', () => {
  test.each([
    ['Vi vil, m.fl. og f.eks. 2.000,50 kr.', 'Vi|vil|m.fl|og|f.eks|2.000,50|kr'],
    ['sundheds-, miljø- og 4.sektor', 'sundheds|miljø|og|4|sektor'],
    ["it's o’clock at 12:30", "it's|o’clock|at|12|30"],
    ['a·b x_y 3a', 'a·b|x_y|3a'],
    ['sam\u00adtale mø\u0301de', 'sam\u00adtale|mø\u0301de'],
    ['漢字かな', '漢|字|か|な'],
    ['CO₂ i Kommunal\u200bbestyrelsen', 'CO₂|i|Kommunal\u200bbestyrelsen']
  ])('%s', (text, words) => {
    expect(wordsOf(text).join('|')).toBe(words);
  });

  test('an emoji, a flag or a letter with its marks is never cut', () => {
    const text = '👩‍👩‍👧🇩🇰🇸🇪👍🏽e\u0301';
    expect(slices(text)).toEqual(['👩‍👩‍👧', '🇩🇰', '🇸🇪', '👍🏽', 'e\u0301']);
  });

  test('as Intl.Segmenter cuts Danish and English prose', () => {
    for (const text of prose) expect(wordsOf(text)).toEqual(segmenterWords(text));
  });

  const hearing = '../shared/hearing/vision.md';
  if (!existsSync(hearing))
    console.info(`${hearing} is not here: not compared with Intl.Segmenter`);
  test.runIf(existsSync(hearing))('as Intl.Segmenter cuts the real hearing', () => {
    const text = readFileSync(hearing, 'utf8');
    expect(wordsOf(text)).toEqual(segmenterWords(text));
  });

  test('joined again, the tokens are the text to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => slices(text).join('') === text),
      { numRuns: 2000 }
    );
  });
});

describe('what a reader does not see is no difference', () => {
  test.each([
    ['blåbærgrød', 'blaabaergroed'],
    ['ÅRHUS', 'AARHUS'],
    ['Ærø', 'Aeroe'],
    ['å', 'a\u030a'],
    ['sam\u00adtale', 'samtale'],
    ['10\u00a0kr.', '10 kr.'],
    ['“ja” – «nej»', '"ja" - "nej"'],
    ['den enkelte’s', "den enkelte's"],
    ['ﬁnansiere ﬂere', 'finansiere flere'],
    ['CO₂', 'CO2'],
    ['Kommunal\u200bbestyrelsen', 'Kommunalbestyrelsen']
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['Vision', 'vision'],
    ['én', 'en'],
    ['ja.', 'ja'],
    ['a b', 'ab']
  ])('but %s and %s differ', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text))
    );
  });
});

const prose = [
  'Alle børn skal have ret til en plads – også dem, der bor »langt ude«, jf. § 5, stk. 2.',
  "It's the reader's choice: 1,000.50 or 20%? (See http://example.org/a_b?c=d, v2.0-rc.1.)",
  'Mødet kl. 12:30 i Årup/Ærø blev aflyst... 😀 Næste møde: den 3.-4. maj (kl. 9.00)!'
];

function slices(text: string): string[] {
  return tokenise(text).map(({ start, end }) => text.slice(start, end));
}

function wordsOf(text: string): string[] {
  const words = tokenise(text).filter(({ kind }) => kind === 'word');
  return words.map(({ start, end }) => text.slice(start, end));
}

function segmenterWords(text: string): string[] {
  const segments = new Intl.Segmenter('da', { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
