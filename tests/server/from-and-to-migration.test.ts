import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseMigratedBy } from '../support/migrated-database.ts';

/** A forum whose alignments and reports named their sides `old` and `new`. */
let forum: PGlite;
beforeAll(async () => {
  forum = await databaseMigratedBy(before(), '0010_from_and_to.sql', '0012_report_from_and_to.sql');
}, 60_000);
afterAll(() => forum.close());

const id = (row: number) => `00000000-0000-4000-8000-00000000000${row}`;
const split = { relation: 'split', moved: false, edited: true, score: 0.5, sure: true };
const oneBridge = { number: 1, text: 'En bro.' };
const added = { relation: 'inserted', moved: false, edited: false, from: [], to: [oneBridge] };
const shortened = { ...added, relation: 'merged', from: [oneBridge, oneBridge], to: [oneBridge] };
const inserted = { relation: 'inserted', moved: false, edited: false, score: 0, sure: false };

test('the rows of a version and of a rewrite keep their order and their places', async () => {
  const rows = [
    { from: [], to: [2], ...inserted },
    { from: [0], to: [0, 1], ...split }
  ];
  expect(await stored('alignment', 'version where number = 2')).toEqual(rows);
  expect(await stored('alignment', `rewrite where id = '${id(7)}'`)).toEqual(rows);
});

test('a version without an alignment has none, and a rewrite without rows has no rows', async () => {
  expect(await stored('alignment', 'version where number = 1')).toBeNull();
  expect(await stored('alignment', `rewrite where id = '${id(8)}'`)).toEqual([]);
});

test('corrections of a draft, a version and a rewrite survive the migration', async () => {
  const corrections = { together: [{ from: [0, 1], to: [] }], apart: [{ from: 3, to: 4 }] };
  expect(await stored('corrections', 'draft')).toEqual(corrections);
  expect(await stored('corrections', 'version where number = 2')).toEqual(corrections);
  expect(await stored('corrections', `rewrite where id = '${id(7)}'`)).toEqual(corrections);
  expect(await stored('corrections', 'version where number = 1')).toEqual({});
});

test('a frozen report keeps its changes in their order, and all else that stands in it', async () => {
  const content = { title: 'Havnen', changes: { from: 1, to: 2, rows: [added, shortened] } };
  expect(await stored('content', 'report where round = 1')).toEqual(content);
});

test('a report without changes, and one that is not frozen, stay as they are', async () => {
  expect(await stored('content', 'report where round = 2')).toEqual({ changes: null });
  expect(await stored('content', 'report where round = 3')).toBeNull();
});

async function stored(column: string, of: string): Promise<unknown> {
  const { rows } = await forum.query<{ value: unknown }>(`select ${column} as value from ${of}`);
  expect(rows).toHaveLength(1);
  return rows[0]!.value;
}

/** A document of two versions, with a draft, and two rewrites of the second. */
function before(): string {
  const [ida, region, document, first, second, hearing, long, empty, meeting] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9
  ].map((row) => `'${id(row)}'`);
  const rows = JSON.stringify([
    { old: [], new: [2], ...inserted },
    { old: [0], new: [0, 1], ...split }
  ]);
  const corrections = JSON.stringify({
    together: [{ old: [0, 1], new: [] }],
    apart: [{ old: 3, new: 4 }]
  });
  const changes = [added, shortened].map(({ from, to, ...rest }) => ({
    ...rest,
    old: from,
    new: to
  }));
  const report = JSON.stringify({ title: 'Havnen', changes: { from: 1, to: 2, rows: changes } });
  return `
    insert into member (id, name, email, created_at) values (${ida}, 'Ida', 'ida@example.org', now());
    insert into region (id, slug, name) values (${region}, 'fyn', 'Fyn');
    insert into document (id, slug, title, level, policy_area, audience, state, created_at)
      values (${document}, 'havnen', 'Havnen', 'national', 'By', 'public', 'hearing', now());
    insert into version (id, document_id, number, title, markdown, published_at, alignment, corrections)
      values (${first}, ${document}, 1, 'Havnen', 'En bro.', now(), null, '{}'),
        (${second}, ${document}, 2, 'Havnen', 'To broer.', now(), '${rows}', '${corrections}');
    insert into draft (document_id, markdown, updated_at, corrections)
      values (${document}, 'Tre broer.', now(), '${corrections}');
    insert into hearing (id, document_id, version_id, round, opens_at, closes_at)
      values (${hearing}, ${document}, ${second}, 1, now(), now() + interval '20 days');
    insert into meeting (id, hearing_id, region_id, held_on, place, attendance, minutes, minutes_html, entered_by, entered_at)
      values (${meeting}, ${hearing}, ${region}, now(), 'Odense', 9, 'Ja.', '<p>Ja.</p>', ${ida}, now());
    insert into rewrite (id, meeting_id, hearing_id, version_id, markdown, alignment, corrections, written_by, written_at)
      values (${long}, ${meeting}, ${hearing}, ${second}, 'En.', '${rows}', '${corrections}', ${ida}, now()),
        (${empty}, ${meeting}, ${hearing}, ${second}, 'En.', '[]', '{}', ${ida}, now());
    insert into report (document_id, round, updated_at, content, frozen_at)
      values (${document}, 1, now(), '${report}', now()),
        (${document}, 2, now(), '{"changes": null}', now()),
        (${document}, 3, now(), null, null);`;
}
