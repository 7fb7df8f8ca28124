import { sql } from 'drizzle-orm';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  test,
  vi,
  type MockInstance
} from 'vitest';
import { member } from '#lib/server/database/tables/index.ts';
import { logError } from '#lib/server/outside/log.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { today } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

let written: MockInstance<typeof console.error>;
beforeEach(() => {
  written = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => written.mockRestore());

test('a statement that fails is logged with its code and its place, and without its values', async () => {
  const row = { name: 'Ida Hemmelig', email: 'ida@hemmelig.example', createdAt: today };
  await forum.database.insert(member).values(row);
  const log = await logged(forum.database.insert(member).values(row));
  expect(log).toContain('23505');
  expect(log).toContain('member_email_once');
  expect(log).toContain('insert into "member"');
  expect(log).toContain('logging.test.ts');
  expect(log.toLowerCase()).not.toContain('hemmelig');
});

test('a value that the database cannot read is not logged', async () => {
  const log = await logged(forum.database.execute(sql`select ${'hemmelig'}::integer`));
  expect(log).toContain('22P02');
  expect(log).not.toContain('hemmelig');
});

test('an error of the code is logged with its message, but not a text that is no JSON', () => {
  logError('Reading', new TypeError('x is not a function'));
  expect(written.mock.lastCall![0]).toMatch(
    /^Reading\n {2}TypeError: x is not a function\n {4}at /
  );
  logError('Reading', parsing('{"hemmelig'));
  expect(written.mock.lastCall![0]).toMatch(/^Reading\n {2}SyntaxError\n {4}at /);
});

async function logged(statement: Promise<unknown>): Promise<string> {
  logError(
    'Writing',
    await statement.then(
      () => expect.fail('it was taken'),
      (thrown) => thrown
    )
  );
  return written.mock.lastCall![0];
}

function parsing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
