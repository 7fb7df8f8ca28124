import { fork } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { openDatabase } from '#lib/server/database/open.ts';
import { buildIfChanged } from '../../../src/build.ts';
import { serve } from '../../support/serving.ts';
import { onPGlite, onPostgres, type Measured } from './databases.ts';
import { fill, type Filled, type Filling } from './filling.ts';
import { ask, pace, type Answer, type Asked, type Pace, type Server } from './load.ts';
import { printSizes } from './sizes.ts';
import { printWrites } from './writes.ts';

/** The numbers of connections that are measured. */
const connections = [1, 10, 50];

/**
 * Measures the built forum on PGlite and on PostgreSQL, beside a bare server that sends the same
 * bytes, on this machine and for two seconds a row.
 */
export async function measureServer() {
  buildIfChanged();
  for (const database of [await onPGlite(), await onPostgres()]) {
    if (!database) console.log('\nNo PostgreSQL: set TEST_DATABASE_URL, or install postgresql.');
    else await measureOn(database).finally(() => database.end());
  }
}

async function measureOn(database: Measured) {
  const { name, url, dataDirectory, environment } = database;
  console.log(`\n${name}`);
  const open = await openDatabase({
    ...{ databaseUrl: url, dataDirectory, migrationsDirectory: 'drizzle' }
  });
  await open.migrate();
  const filling = await fill(open);
  await open.close();
  const forum = await serve(dataDirectory, { DEMO: 'off', LIMITS: 'off', ...environment });
  try {
    const server = { url: forum.url, pid: forum.pid() };
    for (const document of filling.documents) await measureReading(server, document, filling, url);
    await printWrites(server, filling);
  } finally {
    await forum.stop();
  }
}

async function measureReading(
  server: Server,
  { slug, size }: Filled,
  { logins }: Filling,
  database: string | null
) {
  const { url } = server;
  const path = `/documents/${slug}`;
  const visitor = () => ({ path });
  const member = (nth: number) => ({ path, headers: { cookie: logins[nth % logins.length]! } });
  /** An address that is not in the cache, as after each new comment. */
  const first = (nth: number) => ({ ...member(nth), path: `${path}?first=${nth}` });
  const page = await ask(url, visitor());
  console.log(`\n${size} comments`);
  await printSizes(url, page);
  if (database)
    await printQueries(database, url, { visitor, member, 'member, rendered anew': first });
  const bare = await serveBare(page);
  for (const many of connections) {
    await pace(server, many, visitor);
    const least = await pace(bare, many, visitor);
    print(`bare server, ${many} connections`, least);
    const read = await pace(server, many, visitor);
    print(`visitor, ${many} connections`, read, `1/${(least.rate / read.rate).toFixed(1)} of it`);
    print(`member, ${many} connections`, await pace(server, many, member));
    print(`member, rendered anew`, await pace(server, many, first));
  }
  bare.stop();
}

async function serveBare({ body, headers }: Answer) {
  const child = fork(new URL('./bare.ts', import.meta.url));
  child.send({ body: body.toString('base64'), encoding: headers['content-encoding'] });
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => child.kill() };
}

function print(what: string, { rate, p50, p99, work }: Pace, more = '') {
  const numbers = [
    `${rate.toFixed(0)}/s`,
    `p50 ${p50.toFixed(1)} ms`,
    `p99 ${p99.toFixed(1)} ms`,
    `work ${work.toFixed(2)} ms`
  ];
  console.log(`  ${what.padEnd(28)}${numbers.map((each) => each.padEnd(16)).join('')}${more}`);
}

/** In milliseconds: a connection reports its statistics when it has been idle for so long. */
const statisticsDelay = 11_000;
const asked = 20;
/** The query that counts is counted too. */
const countingQueries = 1;

/** Prints the queries of a page: each is a transaction of its own, which PostgreSQL counts. */
async function printQueries(
  database: string,
  url: string,
  readers: Record<string, (nth: number) => Asked>
) {
  const client = postgres(database, { max: 1 });
  const count = async () => {
    await new Promise((resolve) => setTimeout(resolve, statisticsDelay));
    const [row] = await client`select xact_commit::int as n from pg_stat_database
      where datname = current_database()`;
    return row!.n as number;
  };
  let before = await count();
  for (const [who, reader] of Object.entries(readers)) {
    for (let nth = 0; nth < asked; nth++) await ask(url, reader(nth));
    const now = await count();
    console.log(
      `  queries a page, ${who}: ${((now - before - countingQueries) / asked).toFixed(1)}`
    );
    before = now;
  }
  await client.end();
}
