import { expect, test } from 'vitest';
import { identitySaid, saysNothing } from './identity-answers.ts';

test('yes and no are read by the places of the paragraphs, several where they were split or merged', () => {
  const said = identitySaid({ 'same:3,4:7': 'yes', 'same:9:9,10': 'no', note: 'Kortere.' });
  expect(said).toEqual({
    same: [{ from: [3, 4], to: [7] }],
    different: [{ from: [9], to: [9, 10] }],
    forgotten: []
  });
});

test('two that are said to have become the same one are joined in it', () => {
  const said = identitySaid({ 'became:3': '7', 'became:5': '7', 'became:6': '' });
  expect(said.same).toEqual([{ from: [3, 5], to: [7] }]);
});

test('what is said to be different can be forgotten', () => {
  expect(identitySaid({ forget: ['3:7', 'alt'] }).forgotten).toEqual([{ from: 3, to: 7 }]);
});

test('a form without answers says nothing', () => {
  expect(saysNothing(identitySaid({ note: 'Kortere.', 'same:x:y': 'yes', forget: [] }))).toBe(true);
});
