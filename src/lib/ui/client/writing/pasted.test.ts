import { expect, test } from 'vitest';
import { fitBetween, isRich } from './pasted.ts';

test.each([
  ['a list of Word', { html: "<p style='mso-list:l0 level1 lfo1'>a</p>", text: 'a' }],
  ['words in bold', { html: '<span style="font-weight:700">a</span>', text: 'a' }],
  ['items in plain text', { html: '', text: 'Vi vil:\n•\tbænke\n•\tlygter' }],
  ['paragraphs of a word processor', { html: '<p>a</p><p>b</p>', text: 'a\nb' }]
])('%s would be lost', (_, pasted) => {
  expect(isRich(pasted)).toBe(true);
});

test.each([
  ['words', { html: '', text: 'Kajen er åben.' }],
  ['words copied from a page', { html: '<span>Kajen er åben.</span>', text: 'Kajen er åben.' }],
  ['Markdown', { html: '', text: '# Havnen\n\n- bænke' }]
])('%s are pasted as they are', (_, pasted) => {
  expect(isRich(pasted)).toBe(false);
});

test('what is pasted as blocks is glued to nothing before or after it', () => {
  expect(fitBetween('', '# Havnen\n\n- bro\n', '## Visionen')).toBe('# Havnen\n\n- bro\n\n');
  expect(fitBetween('Kajen.', '- bro\n', '')).toBe('\n\n- bro');
  expect(fitBetween('Kajen.\n', '- bro\n', '\nSlut.')).toBe('\n- bro\n');
  expect(fitBetween('Kajen.\n\n', 'Bro.\n\nSti.\n', '\n\nSlut.')).toBe('Bro.\n\nSti.');
});

test('what is pasted as words goes into the line', () => {
  expect(fitBetween('Vi vil have ', '**flere** broer\n', ' i byen.')).toBe('**flere** broer');
});
