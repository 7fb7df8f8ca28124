import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForum, serve, serveDemo, type ServedForum } from '../support/serving.ts';

/** The built forum as a process: how it starts, how it ends, and what it does in between. */

const server = process.env.TEST_DATABASE_URL;
const onServer = test.runIf(server);
const onPGlite = test.runIf(!server);

/** A first start loads the demo; a busy machine takes its time. */
const patience = 300_000;

const databases: string[] = [];
const directories: string[] = [];
let forum: ServedForum;
beforeAll(async () => {
  buildForum();
  forum = server
    ? await serve(await aDirectory(), { DATABASE_URL: await aDatabase() })
    : await serveDemo();
}, patience);
afterAll(async () => {
  await forum?.discard();
  for (const name of databases) await administer(`drop database ${name} with (force)`);
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
}, patience);

test(
  'asked to end while many read, it answers them all, ends their streams and leaves with 0',
  async () => {
    const { documents } = await (await fetch(`${forum.url}/api/documents`)).json();
    const { slug } = documents[0];
    const streams = await Promise.all(
      [1, 2, 3].map(() => fetch(`${forum.url}/documents/${slug}/events`))
    );
    const ended = streams.map((stream) => stream.text());
    const pages = Array.from({ length: 20 }, (_, nth) =>
      fetch(`${forum.url}/documents/${slug}?version=${1 + (nth % 2)}&sort=newest&after=${nth}`)
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const began = Date.now();
    const left = forum.stop('SIGTERM');
    for (const page of await Promise.all(pages)) expect([200, 404]).toContain(page.status);
    await Promise.all(ended);
    expect(await left).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await forum.start();
  },
  patience
);

test('a form that is too large is answered, whether it says its size or not', async () => {
  const form = `email=${'x'.repeat(3_000_000)}`;
  const response = await raw(
    `POST /login HTTP/1.1\r\nHost: ${new URL(forum.url).host}\r\nOrigin: ${forum.url}\r\n` +
      `Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`
  );
  expect(response).toMatch(/^HTTP\/1\.1 413/);
  const chunk = `${(1 << 20).toString(16)}\r\n${'x'.repeat(1 << 20)}\r\n`;
  const unsaid = await raw(
    `POST /login HTTP/1.1\r\nHost: ${new URL(forum.url).host}\r\nOrigin: ${forum.url}\r\n` +
      'Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n' +
      `${chunk.repeat(14)}0\r\n\r\n`
  );
  expect(unsaid).toMatch(/^HTTP\/1\.1 413/);
});

test('whoever asks for the headers alone is answered, by every address that gives no page', async () => {
  const { documents } = await (await fetch(`${forum.url}/api/documents`)).json();
  const own = `/documents/${documents[0].slug}`;
  for (const path of [`${own}/events`, `${own}/feed.xml`, '/feed.xml', '/health', `/api${own}`]) {
    const { status, headers } = await fetch(forum.url + path, { method: 'HEAD' });
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get('content-type')).toBeTruthy();
  }
});

test(
  'a start that fails says why in one line',
  async () => {
    const directory = await aDirectory();
    const refused = async (environment: Record<string, string>) => {
      const start = serve(directory, { DATABASE_URL: '', DEMO: 'off', HOST: '', ...environment });
      const error: Error = await start.then(
        () => expect.fail('it started'),
        (thrown) => thrown
      );
      const [, ...lines] = error.message.trimEnd().split('\n');
      expect(lines).toHaveLength(1);
      return lines[0];
    };
    const { port } = new URL(forum.url);
    expect(await refused({ PORT: port })).toMatch(/^Port \d+ is in use\./);
    expect(await refused({ PORT: 'tre' })).toMatch(/^PORT must be a number/);
    expect(await refused({ HOST: '192.0.2.1' })).toMatch(/^There is no address 192\.0\.2\.1/);
    expect(await refused({ HOST: '999.1.1.1' })).toMatch(/^There is no address 999\.1\.1\.1/);
    expect(await refused({ DATABASE_URL: 'tre' })).toMatch(/^DATABASE_URL must be an address/);
    expect(await refused({ LEAST_HEARING_DAYS: 'tre' })).toMatch(/^LEAST_HEARING_DAYS must be/);
    const nobody = 'postgres://lydhoer:hemmelig@127.0.0.1:1/lydhoer';
    const unreachable = await refused({ DATABASE_URL: nobody });
    expect(unreachable).toMatch(/^The database at 127\.0\.0\.1:1 does not answer/);
    expect(unreachable).not.toContain('hemmelig');
    if (server) {
      const missing = new URL(server);
      missing.pathname = '/lydhoer_is_not_here';
      expect(await refused({ DATABASE_URL: missing.href })).toMatch(/does not exist/);
    } else {
      expect(await refused({ DATA_DIR: forum.dataDirectory })).toMatch(
        /is in use by process \d+ on \S+\. Stop that process first/
      );
      const file = join(directory, 'a-file');
      await writeFile(file, '');
      expect(await refused({ DATA_DIR: file })).toMatch(/^DATA_DIR names a file/);
      expect(await refused({ DATA_DIR: join(file, 'in') })).toMatch(/^DATA_DIR names a file/);
      expect(await refused({ DATA_DIR: '/proc/lydhoer/in' })).toMatch(/DATA_DIR cannot be made/);
      expect(await refused({ DATA_DIR: '/proc' })).toMatch(/DATA_DIR cannot be written to/);
    }
  },
  patience
);

onPGlite(
  'kill -9 frees the directory, and whatever stands in the lock files is no obstacle',
  async () => {
    const directory = await aDirectory();
    const killed = await serve(directory, { DEMO: 'off' });
    await killed.stop('SIGKILL');
    await writeFile(join(directory, 'lydhoer.lock'), `process ${process.pid} on another`);
    await killed.start();
    await killed.stop('SIGKILL');
    await writeFile(join(directory, 'lydhoer.lock.sqlite'), String(process.pid).repeat(1000));
    await killed.start();
    expect(await killed.stop()).toBe(0);
  },
  patience
);

onServer(
  'two that start at once on a new database both come up, with one demo',
  async () => {
    const DATABASE_URL = await aDatabase();
    const both = await Promise.all(
      [1, 2].map(async () => serve(await aDirectory(), { DATABASE_URL }))
    );
    const lists = await Promise.all(
      both.map(async ({ url }) => (await fetch(`${url}/api/documents`)).json())
    );
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0].documents.length).toBeGreaterThan(0);
    await Promise.all(both.map((each) => each.stop()));
  },
  patience
);

onServer(
  'after the database was away for some seconds, requests are soon answered again',
  async () => {
    const wire = await aWire(new URL(server!));
    const through = new URL(await aDatabase());
    through.host = `127.0.0.1:${wire.port}`;
    const cut = await serve(await aDirectory(), { DATABASE_URL: through.href, DEMO: 'off' });
    await wire.cut();
    expect((await fetch(`${cut.url}/health`)).status).toBe(503);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await wire.mend();
    const began = Date.now();
    await expect
      .poll(async () => (await fetch(`${cut.url}/api/documents`)).status, { timeout: 10_000 })
      .toBe(200);
    expect(Date.now() - began).toBeLessThan(10_000);
    await cut.stop();
    await wire.cut();
  },
  patience
);

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'lydhoer-process-'));
  directories.push(directory);
  return directory;
}

/** The address of a new, empty database on the server. */
async function aDatabase(): Promise<string> {
  const name = `lydhoer_test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name}`);
  databases.push(name);
  const url = new URL(server!);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(statement: string) {
  const client = postgres(server!, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}

/** Sends the bytes and gives what is answered before the connection is quiet or closed. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(forum.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

/** A way to the database that can be cut. */
async function aWire({ hostname, port }: URL) {
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (at: number) =>
    new Promise<number>((resolve) =>
      relay.listen(at, '127.0.0.1', () => resolve((relay.address() as AddressInfo).port))
    );
  const opened = await listen(0);
  return {
    port: opened,
    async cut() {
      const closed = new Promise((resolve) => relay.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(opened)
  };
}
