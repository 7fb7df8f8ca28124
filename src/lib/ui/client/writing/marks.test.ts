import { expect, test } from 'vitest';
import { marks, withMark } from './marks.ts';

test('a mark stands on both sides of what is selected, and the caret behind it', () => {
  expect(withMark('molen', marks.bold)).toEqual({ text: '**molen**', caret: 9 });
});

test('with nothing selected the caret stands between the marks', () => {
  expect(withMark('', marks.link)).toEqual({ text: '[](https://)', caret: 1 });
});

test('each selected line of a list or a quotation bears the mark', () => {
  expect(withMark('en\nto', marks.list)).toEqual({ text: '- en\n- to', caret: 9 });
  expect(withMark('', marks.quote)).toEqual({ text: '> ', caret: 2 });
});
