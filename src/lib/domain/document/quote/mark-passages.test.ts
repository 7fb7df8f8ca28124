import { expect, test } from 'vitest';
import { markPassages } from './mark-passages.ts';

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

function mark(html: string, text: string, words: string): string {
  const start = text.indexOf(words);
  return markPassages(html, text, [{ start, end: start + words.length, id: 'k1' }]);
}
