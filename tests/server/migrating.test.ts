import { sql } from 'drizzle-orm';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/database/open.ts';
import { findViewer } from '#lib/server/access/viewer.ts';

test('a forum from before rights were rows keeps its rights, closed accounts and names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lydhoer-migrating-'));
  const address = { databaseUrl: null, dataDirectory: join(folder, 'data') };
  try {
    const before = await openDatabase({ ...address, migrationsDirectory: upTo(7, folder) });
    await before.migrate();
    await before.database.execute(sql`
      with of_fyn as (insert into region (slug, name) values ('fyn', 'Fyn') returning id),
      made as (insert into member (name, email, created_at, closed_at) values
        ('Ida \u202eHolm', 'ida@example.org', '2026-01-01', null),
        ('Bo', 'bo@example.org', '2026-01-01', '2026-02-02') returning id, email),
      ida as (select id from made where email = 'ida@example.org'),
      role as (insert into member_role (member_id, role, granted_at)
        select id, 'administrator', '2026-01-01' from ida)
      insert into rapporteur (region_id, member_id, granted_at)
        select of_fyn.id, ida.id, '2026-01-01' from of_fyn, ida`);
    await before.close();

    const after = await openDatabase({ ...address, migrationsDirectory: 'drizzle' });
    await after.migrate();
    const members = await after.database.execute<{ id: string; name: string }>(
      sql`select id, name from member order by name desc`
    );
    const [ida, bo] = (members as unknown as { rows: { id: string; name: string }[] }).rows;
    expect(await findViewer(after.database, ida!.id)).toMatchObject({
      name: 'Ida Holm',
      roles: ['administrator'],
      rapporteurOf: [expect.any(String)]
    });
    expect(await findViewer(after.database, bo!.id)).toBeNull();
    await after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A folder of the first migrations alone. */
function upTo(count: number, folder: string): string {
  const migrations = join(folder, 'drizzle');
  cpSync('drizzle', migrations, { recursive: true });
  const path = join(migrations, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return migrations;
}
