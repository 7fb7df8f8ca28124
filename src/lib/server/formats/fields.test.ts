import * as v from 'valibot';
import { expect, it } from 'vitest';
import { line, lines, optionalLine, plainLines, wholeNumber } from './fields.ts';

const turned = ' By \u202eog\u202c  land\u200b ';

it('takes a line without the signs that turn the words around it or cannot be seen', () => {
  expect(v.parse(line(20), turned)).toBe('By og land');
  expect(v.parse(optionalLine(20), turned)).toBe('By og land');
  expect(v.parse(plainLines(60), `${turned}\n\n${turned}`.slice(0, 40))).toContain('By og land\n');
  expect(v.parse(lines(40), `${turned}\n\u200b\n\u202e`)).toEqual(['By og land']);
});

it('refuses a line in which nothing can be seen, as one that is empty, and one that is too long', () => {
  for (const given of ['', ' ', '\u200b', '\u202e', '\u3164'])
    expect(v.safeParse(line(20), given).success).toBe(false);
  expect(v.parse(optionalLine(20), '\u200b')).toBe('');
  expect(v.safeParse(line(5), 'Havnen').success).toBe(false);
});

it('takes no number of a revision that the next one could not be written for', () => {
  expect(v.is(wholeNumber(), String(2 ** 31 - 2))).toBe(true);
  expect(v.is(wholeNumber(), String(2 ** 31 - 1))).toBe(false);
});
