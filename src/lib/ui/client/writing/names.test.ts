import { expect, test } from 'vitest';
import { matching, mentionAt } from './names.ts';

const names = ['Bo Lind', 'Ida Holm', 'Lis Bo', 'Åse Lind'].map((name) => ({ name, region: null }));

test('a mention is the text from the @ to the caret', () => {
  const text = 'Kære @Ida Ho, og';
  expect(mentionAt(text, 12)).toEqual({ from: 5, typed: 'Ida Ho' });
  expect(mentionAt(text, 6)).toEqual({ from: 5, typed: '' });
});

test('an address, a sign, another line and a long text are no mention', () => {
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

test('names that begin with the text come first, then those of which a later word does', () => {
  const found = (typed: string) => matching(names, typed).map(({ name }) => name);
  expect(found('bo')).toEqual(['Bo Lind', 'Lis Bo']);
  expect(found('åse l')).toEqual(['Åse Lind']);
  expect(found('lind')).toEqual(['Bo Lind', 'Åse Lind']);
  expect(found('x')).toEqual([]);
  expect(found('ida holm')).toEqual([]);
});

test('five of many names are shown', () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ name: `Ida ${at}`, region: null }));
  expect(matching(many, '')).toHaveLength(5);
});
