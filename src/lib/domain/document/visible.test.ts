import { expect, test } from 'vitest';
import { isVisible, showsWords } from './visible.ts';

test.each([
  ['nothing', ''],
  ['spaces and line breaks', ' \n\t\u00a0'],
  ['a rule', '---'],
  ['a rule of stars', '** **'],
  ['a space by its name', '&nbsp;'],
  ['a space without width', '\u200b'],
  ['a space without width by its number', '&#8203;&#x2060;'],
  ['marks of direction', '\u202e\u2066'],
  ['a filler', '\u3164'],
  ['an empty heading', '#'],
  ['an empty quotation', '>'],
  ['an empty list', '- \n- '],
  ['a link without words', '[](https://example.org)'],
  ['an accent on nothing', ' \u0301']
])('%s shows a reader no words', (_, markdown) => {
  expect(showsWords(markdown)).toBe(false);
});

test.each([
  ['a word', 'Nej'],
  ['a figure', '7'],
  ['a sign', '?'],
  ['a plus for being for it', '+1'],
  ['a picture', '👍🏽'],
  ['a word in a quotation', '> ja'],
  ['a link with words', '[her](https://example.org)'],
  ['a program’s words', '`---`'],
  ['an escaped mark', '\\#'],
  ['Arabic', 'نعم'],
  ['a tag that is none', 'a < b > c']
])('%s shows a reader something', (_, markdown) => {
  expect(showsWords(markdown)).toBe(true);
});

test('a name is words as they stand, whatever Markdown would make of them', () => {
  expect(isVisible('---')).toBe(true);
  expect(isVisible('\u200b \u2800')).toBe(false);
});
