import { expect, test } from 'vitest';
import { refuseWeakPassword } from './password.ts';

const owner = { name: 'Ida Maria Holm', email: 'ida.holm@example.org' };
const isCommon = (words: string) => ['password', 'iloveyou12', '1234567890'].includes(words);
const refused = (password: string) => () => refuseWeakPassword(password, owner, isCommon);

test('a sentence to remember is taken, whatever its letters', () => {
  for (const password of ['en sætning at huske', 'Ida elsker kringle', '語語語語語語語語語語 nej'])
    expect(refused(password)).not.toThrow();
});

test('what is tried first is refused, also with figures and signs around it', () => {
  for (const password of [
    '1234567890',
    'iLoveYou12',
    'Password123!',
    '12password34',
    'aaaaaaaaaaaa'
  ])
    expect(refused(password)).toThrow('passwordCommon');
});

test("the owner's and the forum's own names are refused", () => {
  for (const password of [
    ...['ida.holm@example.org', 'Ida Maria Holm', 'idamariaholm', 'IdaMariaHolm1!', 'example.org'],
    ...['lydhør2026', 'Lydhoer-2026']
  ])
    expect(refused(password)).toThrow('passwordOwn');
});

test('a short password is refused with how long it must be', () => {
  expect(refused('kort')).toThrow(expect.objectContaining({ facts: { least: 10 } }));
});
