import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '../../demo/reader/read.ts';
import { openTestDatabase, type ReleasedDatabase } from '../support/database.ts';
import { makeMember } from '../support/people.ts';
import { buildForum } from '../support/serving.ts';

/** A process of its own, and the build before it, take their time on a busy machine. */
const patience = 300_000;

let forum: ReleasedDatabase;
beforeAll(async () => {
  buildForum();
  forum = await openTestDatabase();
  await makeMember(forum, 'Tove Engholt');
  await forum.release();
}, patience);
afterAll(() => forum.close());

test(
  'with DEMO=off nothing of the demo is loaded; otherwise it is',
  async () => {
    expect(await loadedFromDemo({ DEMO: 'off' })).toEqual([]);
    expect(await loadedFromDemo({ DEMO: '' })).toContain('start.ts');
  },
  patience
);

test('the built forum holds none of the content', () => {
  const { documents, members } = readContent();
  const words = [
    ...documents.flatMap(({ slug, title }) => [slug, title]),
    ...members.map(({ name }) => name)
  ];
  const built = readBuilt('build/server') + readBuilt('build/client');
  expect(built).toContain('lydhoer-demo');
  expect(words.filter((word) => built.includes(word))).toEqual([]);
});

/** Starts and closes the forum in a process of its own, and returns what it loaded below demo/. */
async function loadedFromDemo(environment: Record<string, string>): Promise<string[]> {
  const { databaseUrl, dataDirectory } = forum.configuration;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', startAndClose], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDirectory, ...environment }
    }
  });
  const loaded: string[] = JSON.parse(stdout.trim().split('\n').at(-1)!);
  expect(loaded.some((url) => url.endsWith('/src/lib/server/forum.ts'))).toBe(true);
  const demo = new URL('../../demo/', import.meta.url).href;
  return loaded.filter((url) => url.startsWith(demo)).map((url) => url.slice(demo.length));
}

const startAndClose = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  const { startForum } = await import('./src/lib/server/forum.ts');
  await (await startForum()).close();
  console.log(JSON.stringify(loaded));
`;

/** Returns the text of every script below the folder. */
const readBuilt = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'))
    .join('\n');
