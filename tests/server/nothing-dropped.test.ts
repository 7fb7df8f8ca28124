import { randomUUID } from 'node:crypto';
import { decodeHTML } from 'entities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/fuzz/asking.ts';
import { asParts, type Sent } from '../support/fuzz/encoding.ts';
import type { Person, Planted } from '../support/fuzz/planting.ts';
import { servePlanted, type PlantedForum } from '../support/fuzz/serving.ts';

/** What was filled in and has no place in what was chosen comes back, and is not dropped. */

const patience = 300_000;

let forum: PlantedForum['forum'];
let close: PlantedForum['close'] | undefined;
let cookies: PlantedForum['cookies'];
let planted: Planted;
let document: string;

beforeAll(async () => {
  const served = await servePlanted();
  ({ forum, cookies, close } = served);
  planted = served.planted[0]!;
  document = `/documents/${planted.slugs[0]}`;
}, patience);
afterAll(() => close?.(), patience);

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
  const plan = { ...documentOf(words), regionId: planted.ids.at(-5)! };
  await comesBack(await send('/documents/new', fields(plan)), 'field-regionId');
});

test('sections that are ticked, where the meeting is said to have got through the whole text', async () => {
  const [meeting, path] = meetingAndPath();
  const form = { meeting, extent: 'whole', foreword: '', markdown: words };
  const ticked = fields({ ...form, 'scope[]': planted.ids[5]! });
  await comesBack(await send(path, ticked, 'rapporteur'), 'field-scope');
});

const file = (name: string, value = 'Filens egne ord.'): Sent => ({
  ...{ name, value },
  filename: 'tekst.md'
});

test('words in the field beside a file, wherever either can be given', async () => {
  const [meeting, rewriting] = meetingAndPath();
  const facts = { heldOn: '2026-03-02', place: 'Odense', attendance: '12', minutes: words };
  const regionId = planted.ids.at(-5)!;
  const given: [string, Record<string, string>, string, string][] = [
    [`${document}/meetings/new`, { ...facts, regionId }, 'minutesFile', 'field-minutes'],
    [
      `${document}/meetings/${meeting}?/facts`,
      { ...facts, revision: '1' },
      'minutesFile',
      'field-minutes'
    ],
    [
      rewriting,
      { meeting, extent: 'whole', foreword: '', markdown: words },
      'file',
      'field-markdown'
    ],
    ['/documents/new', documentOf(words), 'file', 'field-markdown'],
    [`${document}/import?/topic`, { pasted: words }, 'file', 'topic-pasted'],
    [`${document}/import?/text`, { pasted: words, revision: '1' }, 'file', 'text-pasted']
  ];
  for (const [path, form, name, field] of given) {
    const person =
      path.includes('rewrites') || path.includes('meetings') ? 'rapporteur' : undefined;
    await comesBack(await send(path, [...fields(form), file(name)], person), field);
  }
});

test('what the page itself had put in the field gives way to the file', async () => {
  const page = await read('/documents/new');
  const template = fieldIn(page, 'markdown');
  expect(template).toContain('## Baggrund');
  const begun = await send('/documents/new', [...fields(documentOf(template)), file('file')]);
  expect(begun.status).toBe(303);
  const [meeting, rewriting] = meetingAndPath();
  const blank = { meeting, extent: 'whole', foreword: '', markdown: '' };
  const prefilled = await send(
    rewriting.replace('?/write', '?/prefill'),
    fields(blank),
    'rapporteur'
  );
  const markdown = fieldIn(prefilled.text, 'markdown');
  expect(markdown).toContain('Vi åbner havnen.');
  const writing = [...fields({ ...blank, markdown }), file('file', '## Havnen\n\nVi lukker den.')];
  expect((await send(rewriting, writing, 'rapporteur')).status).toBe(303);
  const facts = await read(`${document}/meetings/${meeting}`, 'rapporteur');
  const saved = { minutes: fieldIn(facts, 'minutes'), base: inputIn(facts, 'base') };
  expect(saved.minutes).toBe('Vi mødtes.');
  const form = { heldOn: '2026-03-02', place: 'Odense', attendance: '12', revision: '1', ...saved };
  const revising = [...fields(form), file('minutesFile')];
  const path = `${document}/meetings/${meeting}?/facts`;
  expect((await send(path, revising, 'rapporteur')).status).toBe(303);
  expect(await read(`${document}/meetings/${meeting}`, 'rapporteur')).toContain('Filens egne ord.');
});

function meetingAndPath() {
  const [, meeting] = planted.queries['/documents/[slug]/rewrites/new']![0]!.split('=');
  return [meeting!, `${document}/rewrites/new?/write&meeting=${meeting}`] as const;
}

const documentOf = (markdown: string) => ({
  ...{ formKey: randomUUID(), title: 'Fyret', summary: '', policyArea: 'By', level: 'national' },
  ...{ audience: 'public', proposers: '', involved: '', regionId: '', markdown }
});

/** What stands in the field of the page, as a browser would send it. */
const fieldIn = (page: string, name: string) =>
  decodeHTML(new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?([^<]*)<`).exec(page)![1]!);

const inputIn = (page: string, name: string) =>
  decodeHTML(new RegExp(`<input[^>]* name="${name}" value="([^"]*)"`).exec(page)![1]!);

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

const read = async (path: string, person: Person = 'workingGroup') =>
  (
    await ask(forum.url, {
      ...{ person, method: 'GET', path, body: null },
      headers: { cookie: cookies[person], accept: 'text/html' }
    })
  ).text;
