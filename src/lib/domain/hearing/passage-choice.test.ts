import { expect, test } from 'vitest';
import { choiceOf, paragraphValue, placeValue } from './passage-choice.ts';

const blockId = '0b8f6a52-6a0d-4b3a-9d55-1c2f3a4b5c6d';

test('a button is read as the place that it stands for', () => {
  const place = { blockId, start: 12, end: 30 };
  expect(choiceOf(placeValue(place), '')).toEqual({ type: 'place', ...place });
  expect(choiceOf(paragraphValue(blockId), 'tre bænke')).toEqual({ type: 'paragraph', blockId });
  expect(choiceOf('gone', 'tre bænke')).toEqual({ type: 'gone' });
});

test('words count also where nobody pressed the button before them', () => {
  const words = { type: 'words', words: 'tre bænke' };
  expect(choiceOf('words', 'tre bænke')).toEqual(words);
  expect(choiceOf('', 'tre bænke')).toEqual(words);
});

test('nothing chosen and nothing written is no choice', () => {
  expect(choiceOf('', '')).toBeNull();
  expect(choiceOf('words', '')).toBeNull();
  expect(choiceOf('place:havnen:1:2', '')).toBeNull();
});
