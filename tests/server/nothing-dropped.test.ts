import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type ReleasedDatabase } from '../support/database.ts';
import { ask } from '../support/fuzz/asking.ts';
import { asParts, type Sent } from '../support/fuzz/encoding.ts';
import { plant, plantPeople, type Person, type Planted } from '../support/fuzz/planting.ts';
import { logEverybodyIn } from '../support/logins.ts';
import { buildForum, serve, type ServedForum } from '../support/serving.ts';

/** What was filled in and has no place in what was chosen comes back, and is not dropped. */

const patience = 300_000;

let forum: ServedForum;
let database: ReleasedDatabase;
let cookies: Record<Person | 'stranger', string>;
let planted: Planted;
let document: string;

beforeAll(async () => {
  buildForum();
  database = await openTestDatabase();
  const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
  const people = await plantPeople(database, anHourAgo);
  planted = await plant(database, people, anHourAgo);
  document = `/documents/${planted.slugs[0]}`;
  cookies = await logEverybodyIn(database, people);
  const { databaseUrl, dataDirectory } = database.configuration;
  if (databaseUrl === null) await database.release();
  forum = await serve(dataDirectory, {
    ...{ DEMO: 'off', LIMITS: 'off', DATABASE_URL: databaseUrl ?? '' }
  });
}, patience);
afterAll(async () => {
  await forum?.stop();
  await database?.close();
}, patience);

const words = 'Ordene, som nogen har brugt en aften på.';

test('Politisk Forum’s reservations, where it adopts as written or returns', async () => {
  const submitted = `/documents/${planted.slugs[2]}/decision?/decide`;
  for (const outcome of ['adoptedAsWritten', 'returned'])
    await comesBack(
      await send(
        submitted,
        [...fields({ outcome, reason: 'Regn på det.' }), ...wish],
        'politiskForum'
      ),
      'field-wish'
    );
});

const wish = fields({ 'block[]': '', 'wish[]': words });

test('a changed wording, where another kind of comment is chosen; the text as the page gave it is none', async () => {
  const [, block] = /write=([^&]+)&words/.exec(planted.queries['/documents/[slug]']![1]!)!;
  const form = { block: block!, kind: 'concern', markdown: words, formKey: randomUUID() };
  const changed = await send(
    `${document}?/comment&write=${block}`,
    fields({ ...form, wording: 'En havn.' })
  );
  await comesBack(changed, 'skriv-ordlyd');
  expect(changed.text.includes('En havn.')).toBe(true);
  const passage = { passage: 'åbner  havnen', near: '3', wording: 'åbner  havnen' };
  expect(
    (await send(`${document}?/comment&write=${block}`, fields({ ...form, ...passage }))).status
  ).toBe(303);
});

test('words of the paragraph, where another wording of it is suggested', async () => {
  const [, block] = /write=([^&]+)&words/.exec(planted.queries['/documents/[slug]']![1]!)!;
  const form = { block: block!, kind: 'wording', markdown: words, formKey: randomUUID() };
  const given = { wording: 'Vi åbner hele havnen.', words: 'havnen' };
  await comesBack(
    await send(`${document}?/comment&write=${block}`, fields({ ...form, ...given })),
    'skriv-sted'
  );
});

test('a number or a referral on the desk, of one input or of many', async () => {
  const answer = { revision: '0', disposition: 'accepted', markdown: words };
  for (const [field, value] of [
    ['duplicateOf', '2'],
    ['referredTo', 'Trafik']
  ] as const) {
    const form = fields({ ...answer, [field]: value });
    await comesBack(await send(`${document}/desk/1?/answer`, form), `field-${field}`);
    const many = [...form, ...fields({ 'numbers[]': '1:0', reach: 'ticked' })];
    await comesBack(await send(`${document}/desk?/alike`, many), `field-${field}`);
  }
});

test('a region, where the document is of the whole country', async () => {
  const plan = {
    ...{ formKey: randomUUID(), title: 'Fyret', summary: '', policyArea: 'By', level: 'national' },
    ...{ audience: 'public', proposers: '', involved: '', markdown: words },
    regionId: planted.ids.at(-5)!
  };
  await comesBack(await send('/documents/new', fields(plan)), 'field-regionId');
});

test('sections that are ticked, where the meeting is said to have got through the whole text', async () => {
  const [, meeting] = planted.queries['/documents/[slug]/rewrites/new']![0]!.split('=');
  const form = { meeting: meeting!, extent: 'whole', foreword: '', markdown: words };
  const ticked = fields({ ...form, 'scope[]': planted.ids[5]! });
  const path = `${document}/rewrites/new?/write&meeting=${meeting}`;
  await comesBack(await send(path, ticked, 'rapporteur'), 'field-scope');
});

/** Refused with 422, a sentence at the field, and all that was written. */
async function comesBack({ status, text }: { status: number; text: string }, field: string) {
  expect(status).toBe(422);
  expect(text.includes(words)).toBe(true);
  expect(new RegExp(`id="${field}-(error|fejl)"`).test(text), field).toBe(true);
}

function fields(given: Record<string, string>): Sent[] {
  return Object.entries(given).map(([name, value]) => ({ name, value }));
}

function send(path: string, sent: readonly Sent[], person: Person = 'workingGroup') {
  const { body, type } = asParts(sent);
  return ask(forum.url, {
    ...{ person, method: 'POST', path, body },
    headers: {
      ...{ cookie: cookies[person], accept: 'text/html', origin: forum.url },
      'content-type': type
    }
  });
}
