import { expect, test } from 'vitest';
import { parseName, cleanName } from './name.ts';

test('a name loses what turns its direction, what cannot be seen and what controls', () => {
  expect(cleanName(' Ida \u202egnoW\u202c\u0000\u200b  Holm\n\ufeff')).toBe('Ida gnoW Holm');
  expect(cleanName('I\u0308da')).toBe('Ïda');
});

test('a name of any script stays as it is, joiners and all', () => {
  for (const name of ['Åse Ærø-Øhlenschlæger', 'علی‌رضا', '王小明', "Siobhán O'Neil", 'नेहा क्‍ष'])
    expect(cleanName(name)).toBe(name.normalize('NFC'));
});

test('a name in which nothing can be read is refused', () => {
  for (const name of ['', ' ', '\u200b\u200b', '\u200d', '\u3164', '\u202e', '...', '\u2800'])
    expect(() => parseName(name)).toThrow('nameInvisible');
  expect(parseName(' Ida ')).toBe('Ida');
});
