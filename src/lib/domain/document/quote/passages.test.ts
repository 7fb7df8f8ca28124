import { describe, expect, test } from 'vitest';
import { findPassages, markPassages, selectQuote } from './passages.ts';

const COMPASS =
  'Havnen skal blive på kommunens hænder. Fiskerne lejer kajen for ti år ad gangen. ' +
  'Den, der vil bygge ved vandet, søger byrådet om lov. Byrådet svarer inden sommer.';
const LEASE = 'Fiskerne lejer kajen for ti år ad gangen.';

describe('a passage that is chosen', () => {
  test('remembers its words, its place and whole words on both sides of it', () => {
    const quote = select(COMPASS, LEASE);
    expect(quote.exact).toBe(LEASE);
    expect(COMPASS.slice(quote.start, quote.end)).toBe(LEASE);
    expect(COMPASS).toContain(quote.prefix + quote.exact + quote.suffix);
    expect(quote.prefix.length).toBeLessThanOrEqual(32);
    expect(quote.suffix).toBe(' Den, der vil bygge ved vandet, ');
  });

  test('is widened to whole words and loses the space at its end', () => {
    expect(selectQuote('en grøn bølge', 4, 8).exact).toBe('grøn');
    expect(selectQuote('to 👨‍👩‍👧 her', 4, 6).exact).toBe('👨‍👩‍👧');
  });

  test.each([
    ['outside of the text', 'kort', 2, 9],
    ['of nothing', 'kort', 2, 2],
    ['the wrong way round', 'kort', 3, 1],
    ['of spaces', 'to   ord', 3, 4]
  ])('is refused: a passage %s', (_what, text, start, end) => {
    expect(() => selectQuote(text, start, end)).toThrow('No ');
  });
});

const bus = 'Bussen kører, når folk skal bruge den. Om natten kører bussen ikke.';

describe('typed words are found', () => {
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
});

describe('passages are marked in HTML', () => {
  test('a passage is marked across tags without breaking them', () => {
    expect(
      mark('<p>Bussen <strong>skal køre</strong> nu.</p>', 'Bussen skal køre nu.', 'skal køre nu')
    ).toBe(
      '<p>Bussen <strong><mark data-by="k1">skal køre</mark></strong> <mark data-by="k1">nu</mark>.</p>'
    );
  });

  test('characters written as entities count as one', () => {
    expect(mark('<p>Mad &amp; drikke</p>', 'Mad & drikke', '& drikke')).toBe(
      '<p>Mad <mark data-by="k1">&amp; drikke</mark></p>'
    );
  });

  test('where passages overlap, the mark names both who chose it', () => {
    const marked = markPassages('<p>en to tre</p>', 'en to tre', [
      { start: 0, end: 5, id: 'k1' },
      { start: 3, end: 9, id: 'k2' }
    ]);
    expect(marked).toBe(
      '<p><mark data-by="k1">en</mark> <mark data-by="k1 k2">to</mark> <mark data-by="k2">tre</mark></p>'
    );
  });

  test('where the text is not what the HTML says, nothing is marked', () => {
    const html = '<p>Noget helt andet</p>';
    expect(markPassages(html, 'Bussen kører', [{ start: 0, end: 6, id: 'k1' }])).toBe(html);
  });
});

function select(text: string, passage: string) {
  const start = text.indexOf(passage);
  return selectQuote(text, start, start + passage.length);
}

function found(words: string): string[] {
  return findPassages(bus, words).map(({ start, end }) => bus.slice(start, end));
}

function mark(html: string, text: string, words: string): string {
  const start = text.indexOf(words);
  return markPassages(html, text, [{ start, end: start + words.length, id: 'k1' }]);
}
