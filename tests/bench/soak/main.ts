/**
 * Reads and writes for a long time in the built forum, on PGlite and on PostgreSQL, and checks that it
 * stays up and that its memory stays level. Run by hand: npm run soak [-- VIEWS [pglite | postgres]];
 * by default 20,000 views on both. Ends with 1 if something was wrong.
 */
import { buildIfChanged } from '../../../src/build.ts';
import { randomFrom } from '../../support/random.ts';
import { serve, type ServedForum } from '../../support/serving.ts';
import { onPGlite, onPostgres, type Measured } from '../server/databases.ts';
import { findAddresses } from './addresses.ts';
import { visitsAt, type Visits, type Tally } from './visits.ts';
import { fillSoaked } from './filling.ts';
import { isLevel, measuring, megabytes, readMemory, type Memory } from './memory.ts';

const views = Number(process.argv[2] ?? 20_000);
const databases = { pglite: onPGlite, postgres: onPostgres };
const only = process.argv[3];
const tenths = 10;

/** The number of readers at the same time. */
const readers = 8;

/**
 * How long the forum is idle before its memory is read, in milliseconds: a timer that outlived its
 * stream has fired by then (after 25 s), and V8 has freed what it does not need.
 */
const rest = 30_000;

/** How long the process may take to end after the signal, in milliseconds. */
const untilEnded = 10_000;

buildIfChanged();
const faults: string[] = [];
for (const [name, open] of Object.entries(databases)) {
  if (only && only !== name) continue;
  const database = await open();
  if (!database) faults.push('No PostgreSQL: set TEST_DATABASE_URL, or install postgresql.');
  else await soak(database).finally(() => database.end());
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? '\nIt stayed up, and its memory level.' : '');
process.exit(faults.length === 0 ? 0 : 1);

async function soak(database: Measured) {
  console.log(`\n${database.name}`);
  const soaked = await fillSoaked(database);
  const forum = await serve(database.dataDirectory, {
    ...{ DEMO: 'off', LIMITS: '20' },
    ...measuring,
    ...database.environment
  });
  const began = forum.printed().length;
  const addresses = await findAddresses(forum.url, soaked.logins);
  console.log(`${soaked.logins.length} members, ${addresses.length} addresses, ${views} views`);
  const visits = visitsAt(forum.url, soaked, addresses, randomFrom(20261126));
  const measured = await visitAll(forum, visits);
  const code = await end(forum);
  printTally(visits.tally);
  judge(database.name, visits.tally, measured, forum.printed().slice(began), code);
}

/** Makes all the visits, and returns the memory in use after each tenth of them. */
async function visitAll(forum: ServedForum, visits: Visits): Promise<Memory[]> {
  const measured: Memory[] = [];
  let nth = 0;
  for (let tenth = 1; tenth <= tenths; tenth++) {
    const until = Math.round((views * tenth) / tenths);
    const reader = async () => {
      while (nth < until) await visits.visit(nth++);
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: readers }, reader));
    const seconds = (performance.now() - started) / 1000;
    visits.leave();
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (!isUp(forum)) {
      console.log(`The process ended before ${nth} views, or in the rest after them.`);
      break;
    }
    const memory = await readMemory(forum);
    if (!memory) {
      console.log(`The process did not tell its memory after ${nth} views.`);
      break;
    }
    measured.push(memory);
    const { rss, heap, outside } = memory;
    console.log(
      `${String(nth).padStart(6)} views  rss ${megabytes(rss)}  heap ${megabytes(heap)}  outside ${megabytes(outside)}  ${seconds.toFixed(0)} s`
    );
  }
  return measured;
}

function isUp(forum: ServedForum): boolean {
  try {
    return process.kill(forum.pid(), 0);
  } catch {
    return false;
  }
}

/** Ends the forum, by force if it must; returns its exit code, or null if it was forced. */
async function end(forum: ServedForum): Promise<number | null> {
  const late = setTimeout(() => void forum.stop('SIGKILL'), untilEnded);
  const code = await forum.stop();
  clearTimeout(late);
  return code;
}

function printTally(tally: Tally) {
  const lines = [...tally].sort(([one], [other]) => one.localeCompare(other));
  for (const [what, count] of lines) console.log(`${String(count).padStart(6)} ${what}`);
}

/** Notes every fault. */
function judge(
  name: string,
  tally: Tally,
  measured: readonly Memory[],
  printed: string,
  code: number | null
) {
  const fault = (what: string) => faults.push(`${name}: ${what}`);
  const errors = printed.split('\n').filter((line) => line && !line.startsWith('memory '));
  console.log(`${errors.length} lines of errors`);
  for (const line of errors.slice(0, 40)) console.log(`  ${line.slice(0, 200)}`);
  if (/^uncaughtException|^unhandledRejection/m.test(printed)) fault('an error was not caught');
  if (measured.length < tenths) fault(`it did not stay up, or answer; it ended with ${code}`);
  if (code !== 0) fault(`it did not end by itself with 0, but with ${code}`);
  for (const [what, count] of tally)
    if (/ (?:5\d\d|E[A-Z]+)$/.test(what)) fault(`${count} times ${what}`);
  if (!isLevel(measured.map(({ rss }) => rss))) fault('rss is not level');
  if (!isLevel(measured.map(({ heap, outside }) => heap + outside))) fault('the heap is not level');
}
