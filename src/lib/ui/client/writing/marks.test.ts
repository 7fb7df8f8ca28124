import { expect, test } from 'vitest';
import { marks, withMark } from './marks.ts';

test('the selected text gets a mark on both sides, and the caret behind it', () => {
  expect(withMark('molen', marks.bold)).toEqual({ text: '**molen**', caret: 9 });
});

test('without a selection the caret is between the marks', () => {
  expect(withMark('', marks.link)).toEqual({ text: '[](https://)', caret: 1 });
});

test('each selected line of a list or a quotation gets the mark', () => {
  expect(withMark('en\nto', marks.list)).toEqual({ text: '- en\n- to', caret: 9 });
  expect(withMark('', marks.quote)).toEqual({ text: '> ', caret: 2 });
});
