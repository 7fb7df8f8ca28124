import { eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#lib/server/access/context.ts';
import { member, region } from '#lib/server/database/tables/index.ts';
import { DirectoryInUse } from '#lib/server/database/directory-lock.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

test('two members cannot have the same e-mail address, however it is written', async () => {
  const row = { name: 'Ida', createdAt: today };
  await forum.database.insert(member).values({ ...row, email: 'ida@example.org' });
  await expect(
    forum.database.insert(member).values({ ...row, email: 'IDA@example.org' })
  ).rejects.toThrow();
});

test('a transaction that fails leaves nothing behind', async () => {
  const half = forum.database.transaction(async (tx) => {
    await tx.insert(region).values({ name: 'Fyn', slug: 'fyn' });
    throw new Error('halfway');
  });
  await expect(half).rejects.toThrow('halfway');
  expect(await forum.database.$count(region, eq(region.slug, 'fyn'))).toBe(0);
});

test.runIf(!process.env.TEST_DATABASE_URL)(
  'a second process is told who has the directory, and a query outside its transaction is refused',
  async () => {
    await expect(openDatabase(forum.configuration)).rejects.toThrow(DirectoryInUse);
    const outside = forum.database.transaction(() => forum.database.select().from(region));
    await expect(outside).rejects.toThrow();
  }
);

test.runIf(process.env.TEST_DATABASE_URL)(
  'after the server has ended its connections, what is read and written next is done, and written once',
  async () => {
    const { database } = forum;
    const administrator = postgres(forum.configuration.databaseUrl!, { max: 1 });
    const endConnections = () => administrator`select pg_terminate_backend(pid)
      from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    const slugs = Array.from({ length: 12 }, (_, nth) => `oe-${nth}`);
    for (const [nth, slug] of slugs.entries()) {
      await Promise.all(Array.from({ length: 5 }, () => database.$count(region)));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await endConnections();
      // Some are known to be lost by then, and some are not.
      await new Promise((resolve) => setTimeout(resolve, [0, 1, 50][nth % 3]));
      if (nth % 2) expect(await database.select({ slug: region.slug }).from(region)).toBeTruthy();
      await inTransaction(publicReader(forum), async (inside) => {
        await inside.database.insert(region).values({ name: slug, slug });
      });
    }
    const kept = await database
      .select()
      .from(region)
      .where(sql`${region.slug} like 'oe-%'`);
    expect(kept.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
    await administrator.end();
  }
);
