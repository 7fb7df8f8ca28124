import type { ServedForum } from '../../support/serving.ts';

/** The memory in use after a garbage collection, in bytes. */
export type Memory = { rss: number; heap: number; outside: number };

/** The options that start a forum whose memory `readMemory` can read. */
export const measuring = {
  NODE_OPTIONS: `--expose-gc --import=${new URL('measuring.ts', import.meta.url).href}`
};

/** How long the forum may take to answer, in milliseconds. */
const patience = 30_000;

/** Returns the forum's memory after a garbage collection; null if it does not answer. */
export async function readMemory(forum: ServedForum): Promise<Memory | null> {
  const told = () => [...forum.printed().matchAll(/^memory (.*)$/gm)];
  const before = told().length;
  process.kill(forum.pid(), 'SIGUSR2');
  for (let waited = 0; waited < patience; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const line = told()[before];
    if (!line) continue;
    const { rss, heapUsed, external } = JSON.parse(line[1]!) as NodeJS.MemoryUsage;
    return { rss, heap: heapUsed, outside: external };
  }
  return null;
}

/** How much more may be in use at the end: pages differ, and the texts grow. */
const maxGrowth = 1.1;

/**
 * Returns whether memory is level: the caches are full after three tenths of the visits, so the last
 * three tenths use at maxGrowth a tenth more than the fourth to the sixth.
 */
export function isLevel(measured: readonly number[]): boolean {
  const sum = (from: number, to: number) =>
    measured.slice(from, to).reduce((all, each) => all + each, 0);
  return sum(7, 10) <= maxGrowth * sum(3, 6);
}

export const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
