import { expect, test } from 'vitest';
import { selectQuote } from './anchor.ts';
import { suggestPlaces } from './suggest-places.ts';

const earlier = 'Hegnet males grønt hvert forår af dem, der bor nærmest.';
const words = 'males grønt hvert forår';
const start = earlier.indexOf(words);
const quote = selectQuote(earlier, start, start + words.length);

test('every place that the words may have come to is offered, the likeliest first', () => {
  const later =
    'Dem, der bor nærmest, olierer hegnet hvert forår, og lågen males grøn hvert forår.';
  const places = suggestPlaces(quote, later, { earlier, least: 0.25 });
  const offered = places.map(({ start: from, end }) => later.slice(from, end));
  expect(offered).toEqual(['males grøn hvert forår', 'hvert forår']);
  expect(places[0]!.score).toBeGreaterThan(places[1]!.score);
});

test('each place says in which of several texts it stands', () => {
  const later = ['Lågen er rød.', earlier];
  const places = suggestPlaces(quote, later, { least: 0.5 });
  expect(places).toMatchObject([{ block: 1, start: quote.start, end: quote.end }]);
});

test('nothing is offered where nothing is alike', () => {
  expect(suggestPlaces(quote, 'Lågen er rød.', { earlier, least: 0.25 })).toEqual([]);
  expect(suggestPlaces(quote, [], { least: 0.25 })).toEqual([]);
});

test('a long text offers a few places and not a page of them', () => {
  const later = Array.from({ length: 40 }, () => earlier);
  expect(suggestPlaces(quote, later, { least: 0.25 })).toHaveLength(4);
});
