import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseMigratedBy } from '../support/migrated-database.ts';

/** A forum as it was before confirmations were kept; PostgreSQL runs the same statements. */
let forum: PGlite;
beforeAll(async () => {
  forum = await databaseMigratedBy(before, '0008_adoption.sql');
}, 60_000);
afterAll(() => forum.close());

test('what the working group had marked as met is its proposal, and nobody’s confirmation', async () => {
  const { rows } = await forum.query(
    'select kind, words, change from adoption_step order by ordinal'
  );
  const proposed = { kind: 'proposed', words: 'Skrevet ind.', change: null };
  expect(rows).toEqual([proposed, proposed]);
});

test('what is adopted is adopted in its last version, as written in the one submitted, and nothing else is', async () => {
  const { rows } = await forum.query(`select d.slug, v.number from adoption a
    join document d on d.id = a.document_id join version v on v.id = a.version_id order by d.slug`);
  expect(rows).toEqual([
    { slug: 'as-written', number: 1 },
    { slug: 'met', number: 2 }
  ]);
});

const ida = '00000000-0000-4000-8000-000000000000';
const before = [
  `insert into member (id, name, email, created_at) values ('${ida}', 'Ida', 'ida@example.org', now());`,
  decided(1, 'under-way', 'adoptedWithReservations', 'adoptedWithReservations'),
  decided(2, 'met', 'adoptedWithReservations', 'adopted'),
  decided(3, 'as-written', 'adoptedAsWritten', 'adopted')
].join('\n');

/** A decided document, and its one reservation marked as met by version 2 where it has one. */
function decided(place: number, slug: string, outcome: string, state: string): string {
  const id = (row: number) => `'00000000-0000-4000-8000-00000000${place}00${row}'`;
  const [document, first, second, report, submission, decision] = [1, 2, 3, 4, 5, 6].map(id);
  const reservation = `insert into reservation (decision_id, position, wish, met_in_version_id, met_by, met_at, met_note)
    values (${decision}, 0, 'Kortere.', ${second}, '${ida}', now(), 'Skrevet ind.');`;
  return `
    insert into document (id, slug, title, level, policy_area, audience, state, created_at)
      values (${document}, '${slug}', 'Havnen', 'national', 'By', 'public', '${state}', now());
    insert into version (id, document_id, number, title, markdown, published_at)
      values (${first}, ${document}, 1, 'Havnen', 'En bro.', now()),
        (${second}, ${document}, 2, 'Havnen', 'To broer.', now());
    insert into report (id, document_id, round, updated_at) values (${report}, ${document}, 1, now());
    insert into submission (id, document_id, round, version_id, report_id, submitted_at)
      values (${submission}, ${document}, 1, ${first}, ${report}, now());
    insert into decision (id, submission_id, outcome, decided_by, decided_at)
      values (${decision}, ${submission}, '${outcome}', '${ida}', now());
    insert into transition (document_id, from_state, to_state, round, actor_id, at)
      values (${document}, 'submitted', '${state}', 1, '${ida}', now());
    ${outcome === 'adoptedWithReservations' ? reservation : ''}`;
}
