import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServedForum } from '../support/serving.ts';
import { password, people } from './support/forum.ts';

/** A first start makes the database; another machine, or a busy one, takes its time. */
const patience = 240_000;

test.describe.configure({ mode: 'serial', timeout: patience });

let dataDirectory: string;
let forum: ServedForum;
test.beforeAll(async () => {
  test.setTimeout(patience);
  dataDirectory = await mkdtemp(join(tmpdir(), 'lydhoer-start-'));
  forum = await serve(dataDirectory);
});
test.afterAll(() => forum?.discard());

test('on an empty directory it loads the demo and says how to log in, a line a role', async () => {
  const lines = forum.printed().split('\n');
  for (const role of ['Administrator', 'Arbejdsgruppe', 'Referent', 'Medlem', 'Politisk Forum'])
    expect(lines.filter((line) => line.trim().startsWith(role))).toHaveLength(1);
  for (const email of Object.values(people)) {
    expect(forum.printed()).toMatch(new RegExp(`${email} +${password}`));
    expect((await logIn(forum.url, email)).status).toBe(303);
  }
});

test('forms are taken on localhost and on 127.0.0.1, and from nowhere else', async () => {
  const { port } = new URL(forum.url);
  for (const here of [`http://127.0.0.1:${port}`, `http://localhost:${port}`])
    expect((await logIn(here, people.member)).status).toBe(303);
  const foreign = await logIn(forum.url, people.member, 'https://example.com');
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get('set-cookie')).toBeNull();
});

test('what it has acknowledged is there after kill -9, and so is the login', async () => {
  const cookie = cookieOf(await logIn(forum.url, people.member));
  const begun = await post('/documents/new', cookie, {
    ...{ formKey: randomUUID(), title: 'Broen ved møllen', policyArea: 'Transport' },
    level: 'national',
    ...{ audience: 'public', markdown: 'Broen skal holde.', summary: '', regionId: '' },
    ...{ proposers: '', involved: '' }
  });
  expect(begun.status).toBe(303);
  await forum.stop('SIGKILL');
  await forum.start();
  const address = new URL(begun.headers.get('location')!, forum.url);
  const draft = await fetch(address, { headers: { cookie } });
  expect(await draft.text()).toContain('Broen skal holde.');
});

test('asked to end it ends, and it is up again within three seconds', async () => {
  const before = await documents();
  const starts: number[] = [];
  const limit = 3000 * crowd();
  for (let time = 0; time < 3 && Math.min(...starts) > limit; time++) {
    expect(await forum.stop('SIGTERM')).toBe(0);
    const began = performance.now();
    await forum.start();
    starts.push(performance.now() - began);
  }
  expect(Math.min(...starts)).toBeLessThan(limit);
  expect(await documents()).toEqual(before);
});

test('a second forum on the same directory is told who has it', async () => {
  await expect(serve(dataDirectory)).rejects.toThrow(/in use by process \d+/);
});

/** How many share each processor: where others keep it busy, the clock runs on without us. */
const crowd = () => Math.max(1, loadavg()[0]! / availableParallelism());

function logIn(url: string, email: string, origin = url) {
  return fetch(`${url}/login`, {
    method: 'POST',
    headers: { origin, accept: 'text/html' },
    body: new URLSearchParams({ email, password }),
    redirect: 'manual'
  });
}

const post = (path: string, cookie: string, fields: Record<string, string>) =>
  fetch(forum.url + path, {
    method: 'POST',
    headers: { origin: forum.url, cookie, accept: 'text/html' },
    body: new URLSearchParams(fields),
    redirect: 'manual'
  });

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('session='))!
    .split(';')[0]!;

async function documents(): Promise<unknown> {
  return (await fetch(`${forum.url}/api/documents`)).json();
}
