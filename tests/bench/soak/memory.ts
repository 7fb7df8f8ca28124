import type { ServedForum } from '../../support/serving.ts';

/** What a process has in use after its garbage was collected, in bytes. */
export type Memory = { rss: number; heap: number; outside: number };

/** What a forum is started with so that `readMemory` can ask it. */
export const measuring = {
  NODE_OPTIONS: `--expose-gc --import=${new URL('measuring.ts', import.meta.url).href}`
};

/** How long the forum may take to tell, in milliseconds. */
const patience = 30_000;

/** Has the forum collect its garbage, and gives what it says is left; null where it says nothing. */
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

/** How much more there may be at the end: what a page takes varies, and its texts grow. */
const most = 1.1;

/**
 * Whether memory is level: caches are full after three tenths, so that the last three tenths
 * together take at most a tenth more than the fourth to the sixth.
 */
export function isLevel(measured: readonly number[]): boolean {
  const sum = (from: number, to: number) =>
    measured.slice(from, to).reduce((all, each) => all + each, 0);
  return sum(7, 10) <= most * sum(3, 6);
}

export const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
