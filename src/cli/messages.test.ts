import { describe, expect, test } from 'vitest';
import { readMessages, refusalSentence } from './messages.ts';
import { Refusal } from '#lib/domain/refusal.ts';

describe('reading messages without a build', () => {
  test('fills inputs in', () => {
    expect(readMessages('da')('common_paragraph_number', { number: 4 })).toBe('Afsnit 4');
  });

  test('chooses the plural of the count', () => {
    const say = readMessages('en');
    expect(say('comparison_skipped', { count: 1 })).toBe('1 unchanged paragraph');
    expect(say('comparison_skipped', { count: 2 })).toBe('2 unchanged paragraphs');
  });

  test('tells a refusal in English', () => {
    expect(refusalSentence(new Refusal('notFound'))).toBe(
      'It does not exist, or you do not have access to it.'
    );
  });

  test('refuses a key that no file holds', () => {
    expect(() => readMessages('da')('nobody_said')).toThrow('There is no message nobody_said');
  });
});
