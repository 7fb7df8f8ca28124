import { expect, test } from 'vitest';
import { matching, mentionAt } from './names.ts';

const names = ['Bo Lind', 'Ida Holm', 'Lis Bo', 'Åse Lind'].map((name) => ({ name, region: null }));

test('a name is asked for from the @ to the caret', () => {
  const text = 'Kære @Ida Ho, og';
  expect(mentionAt(text, 12)).toEqual({ from: 5, typed: 'Ida Ho' });
  expect(mentionAt(text, 6)).toEqual({ from: 5, typed: '' });
});

test('none is asked for in an address, after a sign, on another line or far from the @', () => {
  for (const text of [
    'ida@holm',
    '@Ida, du',
    '@Ida\n',
    '@Ida  Holm',
    'ingen',
    `@${'a'.repeat(70)}`
  ])
    expect(mentionAt(text, text.length), text).toBeNull();
});

test('names fit by their beginning, and after those the ones of which a later part does', () => {
  const found = (typed: string) => matching(names, typed).map(({ name }) => name);
  expect(found('bo')).toEqual(['Bo Lind', 'Lis Bo']);
  expect(found('åse l')).toEqual(['Åse Lind']);
  expect(found('lind')).toEqual(['Bo Lind', 'Åse Lind']);
  expect(found('x')).toEqual([]);
  expect(found('ida holm')).toEqual([]);
});

test('a debate of many shows a few at a time', () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ name: `Ida ${at}`, region: null }));
  expect(matching(many, '')).toHaveLength(5);
});
