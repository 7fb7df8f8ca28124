import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member, region } from '#lib/server/database/tables/index.ts';
import { DirectoryInUse } from '#lib/server/database/lock.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { today } from '../support/people.ts';

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
