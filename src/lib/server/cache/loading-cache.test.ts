import { expect, test } from 'vitest';
import { loadingCache } from './loading-cache.ts';

const sizeOf = (text: { length: number }) => text.length;

test('what is kept is made once, also for those who ask while it is being made', async () => {
  const { cache, made } = counting({ entries: 10, bytes: 1000 });
  expect(await Promise.all([cache('a'), cache('a')])).toEqual([texts(1), texts(1)]);
  await cache('a');
  expect(made).toEqual(['a']);
});

test('of too many entries the least used is let go', async () => {
  const { cache, made } = counting({ entries: 2, bytes: 1000 });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await cache(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('entries that are too large together let the least used go, their keys counted with them', async () => {
  const { cache, made } = counting({ entries: 10, bytes: 40 }, 10);
  for (const key of ['a', 'b', 'c', 'a', 'long-'.repeat(4), 'c']) await cache(key);
  expect(made).toEqual(['a', 'b', 'c', 'long-'.repeat(4), 'c']);
});

test('what is larger than the cache is given, is not kept, and lets nothing else go', async () => {
  const cache = loadingCache({ entries: 10, bytes: 40, sizeOf });
  let made = 0;
  const make = (length: number) => async () => {
    made++;
    return texts(length);
  };
  await cache('small', make(10));
  expect(await cache('large', make(41))).toEqual(texts(41));
  expect(await cache('large', make(41))).toEqual(texts(41));
  await cache('small', make(10));
  expect(made).toBe(3);
});

test('what is not there and what failed are told to all who wait, and made again by the next', async () => {
  const cache = loadingCache({ entries: 10, bytes: 40, sizeOf });
  expect(await cache('a', async () => null)).toBe(null);
  const fails = () => {
    throw new Error('halfway');
  };
  const [one, other] = [cache('a', fails), cache('a', async () => texts(1))];
  await expect(one).rejects.toThrow('halfway');
  await expect(other).rejects.toThrow('halfway');
  expect(await cache('a', async () => texts(1))).toEqual(texts(1));
});

const texts = (length: number) => Array.from({ length }, () => 'a');

/** A cache of values of a size, and the keys whose values it had made. */
function counting(limits: { entries: number; bytes: number }, size = 1) {
  const kept = loadingCache<string[]>({ ...limits, sizeOf });
  const made: string[] = [];
  const cache = (key: string) =>
    kept(key, async () => {
      made.push(key);
      return texts(size);
    });
  return { cache, made };
}
