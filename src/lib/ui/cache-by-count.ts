import { getLocale } from '#lib/paraglide/runtime.js';

type Message = (inputs: { count: number }) => string;

const maxCached = 1000;

/**
 * Returns `message` with its results cached by locale and count: Paraglide makes its plural rules
 * anew on each call, and a page of a hundred and fifty paragraphs says "3 kommentarer" many times.
 */
export function cacheByCount(message: Message): Message {
  const cache = new Map<string, string>();
  return ({ count }) => {
    const key = `${getLocale()} ${count}`;
    const words = cache.get(key) ?? message({ count });
    if (cache.size < maxCached) cache.set(key, words);
    return words;
  };
}
