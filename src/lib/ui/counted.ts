import { getLocale } from '#lib/paraglide/runtime.js';

type Say = (inputs: { count: number }) => string;

/**
 * The message, remembered for each count: Paraglide makes its plural rules anew for every one, and
 * a page of a hundred and fifty paragraphs says "3 kommentarer" again and again.
 */
export function counted(say: Say): Say {
  const said = new Map<string, string>();
  return ({ count }) => {
    const key = `${getLocale()} ${count}`;
    const words = said.get(key) ?? say({ count });
    if (said.size < mostCounts) said.set(key, words);
    return words;
  };
}

const mostCounts = 1000;
