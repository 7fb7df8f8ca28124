import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Answer } from '../support/fuzz/asking.ts';
import { asPairs } from '../support/fuzz/encoding.ts';
import type { Person, Planted } from '../support/fuzz/planting.ts';
import { servePlanted, type PlantedForum } from '../support/fuzz/serving.ts';

/** What the forum answers to values that its database would refuse, and to the worst requests. */

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

describe('an address', () => {
  test('that names what cannot be is no page', async () => {
    for (const path of [
      ...['/search?q=%00abc', '/search?q=a&document=%00', '/documents/%00', '/api/documents/%00'],
      ...['/documents/%00/feed.xml', `/documents/${'x'.repeat(2000)}`, '/comments/x'],
      ...['/administration/members/x', '/administration/members/2147483648'],
      ...['desk/99999999999', 'desk/0', 'desk/1e3', 'report?round=1.5', 'report?round=99999999999']
        .concat(['compare?from=1&to=99999999999', 'rewrites/new?meeting=x', 'meetings/x'])
        .map((each) => `${document}/${each}`)
    ])
      expect((await read(path)).status, path).toBe(404);
  });

  test('with impossible values is refused by name, for a program', async () => {
    const api = `/api/documents/${planted.slugs[0]}`;
    for (const query of ['cursor=-1', 'cursor=2147483648', 'limit=0', 'limit=1e2', 'cursor=NaN']) {
      const { status, text } = await read(`${api}/inputs?${query}`);
      expect([status, JSON.parse(text).error.name], query).toEqual([422, 'queryInvalid']);
    }
    expect((await read(`${api}?version=2147483648`)).status).toBe(422);
    expect((await read(`${api}?version=2147483647`)).status).toBe(404);
  });

  test('that is for those who are logged in leads to the login, and back', async () => {
    for (const path of ['desk?after=1', 'desk/1', 'draft', 'letters/new', 'themes', 'hearing']) {
      const { status, text } = await read(`${document}/${path}`, 'stranger');
      expect(status, path).toBe(401);
      expect(text).toContain('Log ind for at se siden');
      expect(text).not.toContain('Det blev ikke sendt');
      expect(text).toContain(`/login?next=${encodeURIComponent(`${document}/${path}`)}`);
    }
  });

  test('whose filter makes no sense is a page without it', async () => {
    for (const path of [
      ...['/mine?before=0000-01-01', '/mine?mentioned=-200000-01-01', '/mine?before=2026-02-31'],
      ...['/search?q=by&to=0000-01-01', '/search?q=by&from=2026-02-31&page=1e9'],
      ...['inputs?after=99999999999', 'inputs?round=0&region=x', 'desk?after=-1&theme=x']
        .concat(['synopsis?round=1e400', '?version=99999999999', '?sort=newest&after=9_9_9_x'])
        .map((each) => document + (each.startsWith('?') ? each : `/${each}`))
    ])
      expect((await read(path)).status, path).toBe(200);
    const moderation = await read(
      '/administration/moderation?before=-200000-01-01',
      'administrator'
    );
    expect(moderation.status).toBe(200);
  });
});

describe('a form that the database would refuse comes back with every word of it:', () => {
  const words = 'Ordene, som nogen har brugt en aften på.';

  test('a letter that came on 31 February, or is about a paragraph that cannot be', async () => {
    const letter = { formKey: randomUUID(), sender: 'Havnens Venner', markdown: words };
    for (const given of [
      ...['2026-02-31', '0000-01-01', '99999-12-31', '1e3'].map((receivedOn) => ({ receivedOn })),
      ...['99999999999', '1.5', '-1'].map((paragraph) => ({ receivedOn: '2026-03-02', paragraph }))
    ])
      await refuses(`${document}/letters/new?/enter`, { ...letter, ...given });
  });

  test('a meeting in the year 0, of nobody or of more than there are, or of no region', async () => {
    const regionId = planted.ids.at(-5)!;
    const meeting = { regionId, heldOn: '2026-03-02', place: 'Odense', minutes: words };
    for (const given of [
      ...[{ heldOn: '0000-01-01', attendance: '9' }, { attendance: '0' }, { attendance: '1e21' }],
      ...[{ attendance: '99999999999' }, { attendance: '9', regionId: randomUUID() }],
      { attendance: '9', regionId: 'x' }
    ])
      await refuses(`${document}/meetings/new`, { ...meeting, ...given });
    const unknown = { ...meeting, regionId: randomUUID(), attendance: '9' };
    const { text } = await send(`${document}/meetings/new`, unknown);
    expect(text).toContain('Den storkreds findes ikke.');
  });

  test('an answer that is the double of a number that cannot be, or under no theme', async () => {
    const answer = { revision: '0', disposition: 'duplicate', markdown: words };
    const wrong: Record<string, string>[] = [
      ...[{ duplicateOf: '99999999999' }, { duplicateOf: '-1' }, { duplicateOf: '1e3' }],
      ...[{ themeId: 'x' }, { revision: '2147483648' }, { disposition: 'x' }]
    ];
    for (const given of wrong) await refuses(`${document}/desk/1?/answer`, { ...answer, ...given });
  });

  test('a document of no region, or without a form’s key', async () => {
    const plan = {
      ...{ formKey: randomUUID(), title: 'Fyret', summary: '', policyArea: 'By', level: 'region' },
      ...{ audience: 'public', proposers: '', involved: '', markdown: words }
    };
    await refuses('/documents/new', { ...plan, regionId: randomUUID() });
    await refuses('/documents/new', { ...plan, regionId: 'x' });
    await refuses('/documents/new', { ...plan, formKey: 'x' });
  });

  test('a member, an invitation or a hearing of a region that is not there', async () => {
    const person = { name: 'Bo Bæk', email: 'bo@example.org', region: randomUUID() };
    const page = `/administration/members/${planted.ids.at(-1)}`;
    const days = { opens: '2026-03-02', closes: '2199-03-02', closesTime: '23:59' };
    const hearing = { ...days, reasonForShortPeriod: words, groups: '', organisations: '' };
    for (const [path, form, who] of [
      ['/administration/invitations', person, 'administrator'],
      [page, { ...person, revision: '1' }, 'administrator'],
      [
        page,
        { ...person, revision: '1', region: '', 'rapporteurOf[]': randomUUID() },
        'administrator'
      ],
      [
        `/documents/${planted.slugs.at(-2)}/hearing?/open`,
        { ...hearing, 'regions[]': randomUUID() }
      ]
    ] as [string, Record<string, string>, Person?][]) {
      const { status, text } = await send(path, form, who);
      expect([status, text.includes('Den storkreds findes ikke.')], path).toEqual([422, true]);
    }
  });

  test('a comment on a paragraph that is no id, and what a meeting said of one that is not there', async () => {
    const comment = { markdown: words, formKey: randomUUID(), block: 'x' };
    await refuses(`${document}?/comment`, comment);
    const meetingId = planted.queries['/documents/[slug]/rewrites/new']![0]!.split('=')[1];
    const remark = { blockId: randomUUID(), markdown: words };
    const answer = await refuses(`${document}/meetings/${meetingId}?/remark`, remark, 'rapporteur');
    expect(answer.text).toContain('Det afsnit står ikke i den version, der er i høring.');
  });

  test('a comment of no kind, or without what its page sends, with a sentence that says so', async () => {
    const comment = { markdown: words, formKey: randomUUID(), block: '' };
    const ofNoKind = await refuses(`${document}?/comment&write=whole`, { ...comment, kind: 'x' });
    expect(ofNoKind.text).toContain('id="skriv-slags-fejl"');
    const incomplete = { ...comment, kind: 'support', formKey: 'x' };
    const refused = await refuses(`${document}?/comment&write=whole`, incomplete);
    expect(refused.text).toContain('Noget, som siden selv sender med, manglede eller var forkert.');
  });

  /** The form is refused with 422, and its words are in the page that says so. */
  async function refuses(path: string, form: Record<string, string>, person?: Person) {
    const answer = await send(path, form, person);
    expect(answer.status, JSON.stringify(form)).toBe(422);
    expect(answer.text, JSON.stringify(form)).toContain(words);
    return answer;
  }
});

describe('the worst requests are answered, and nobody else waits for them:', () => {
  /** Ten times what anything here takes on a busy machine; in milliseconds. */
  const guard = 10_000;

  test('headers and addresses as long as a server takes', async () => {
    const cookies = Array.from({ length: 1000 }, (_, nth) => `c${nth}=${nth}`).join('; ');
    for (const headers of [{ cookie: cookies }, { cookie: `session=${'x'.repeat(15_000)}` }])
      expect((await meanwhile(() => read('/', 'stranger', headers))).status).toBe(200);
    const long = 15_000;
    for (const [path, status] of [
      [`/search?q=${'havn+'.repeat(long / 5)}`, 200],
      [`/search?q=${'%22a%22+'.repeat(long / 8)}`, 200],
      [`/search?q=${'-a*'.repeat(long / 3)}`, 200],
      [`${document}?${'a&'.repeat(long / 2)}`, 200],
      [`${document}?${'sort=newest&'.repeat(long / 12)}`, 200],
      [`${document}/inputs?${'kind=comment&'.repeat(long / 13)}`, 200],
      [`/${'a/'.repeat(long / 2)}`, 404],
      [`/api/documents/${'%2e'.repeat(long / 3)}`, 404]
    ] as const)
      expect((await meanwhile(() => read(path))).status, path.slice(0, 60)).toBe(status);
  });

  test('headers that are longer than that are refused as such', async () => {
    for (const head of [`Cookie: ${'x'.repeat(20_000)}`, 'X: y\r\n'.repeat(20_000).trimEnd()])
      expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    const path = `/search?q=${'x'.repeat(20_000)}`;
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  });

  test('a malformed request gets a client error', async () => {
    for (const request of [
      ...['nonsense\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET  HTTP/1.1\r\nHost: x\r\n\r\n'],
      'POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      'POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n'
    ])
      expect(await raw(request), request).toMatch(/^HTTP\/1\.1 4\d\d/);
    for (const target of [
      '/%',
      '/%zz',
      '/%c0%80',
      '//',
      '/\\',
      'http://[::1',
      '*',
      '/documents/%ff'
    ])
      expect(
        await raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
        target
      ).toMatch(/^HTTP\/1\.1 [2-4]\d\d/);
  });

  test('forms of as many fields as fit, of one field as long, and of none at all', async () => {
    const path = `${document}?/comment`;
    const many = Buffer.from(Array.from({ length: 100_000 }, (_, nth) => `f${nth}=`).join('&'));
    expect((await meanwhile(() => post(path, many))).status).toBe(413);
    expect((await meanwhile(() => post(path, Buffer.alloc(1_000_000, 'markdown[]&')))).status).toBe(
      413
    );
    const long = Buffer.from(`markdown=${'x'.repeat(1_900_000)}`);
    expect((await meanwhile(() => post(path, long))).status).toBe(422);
    expect((await meanwhile(() => post(path, Buffer.alloc(5000 * 2, 'a&')))).status).toBe(422);
    expect((await post(path, Buffer.from(''))).status).toBe(422);
    const json = Buffer.from('['.repeat(100_000));
    expect((await post(path, json, 'application/json')).status).toBe(415);
    expect((await post(path, Buffer.from('x'), 'multipart/form-data')).status).toBe(400);
  });

  test(
    'a text of 5,000 paragraphs is a draft, and a rewrite',
    async () => {
      const markdown = Array.from({ length: 5000 }, (_, nth) => `Afsnit ${nth} om havnen.`).join(
        '\n\n'
      );
      const draft = `/documents/${planted.slugs.at(-3)}/draft`;
      const page = await read(draft);
      const [, revision] = /name="revision" value="(\d+)"/.exec(page.text)!;
      expect((await send(`${draft}?/save`, { markdown, revision: revision! })).status).toBe(303);
      const meeting = planted.queries['/documents/[slug]/rewrites/new']![0]!.split('=')[1]!;
      const rewrite = { meeting, extent: 'whole', foreword: '', markdown };
      const path = `${document}/rewrites/new?/write&meeting=${meeting}`;
      expect((await send(path, rewrite, 'rapporteur')).status).toBe(303);
    },
    patience
  );

  /** Asks five times at once; fails where somebody else had to wait, or the headers are too long. */
  async function meanwhile(asking: () => Promise<Answer>): Promise<Answer> {
    const answers = Promise.all(Array.from({ length: 5 }, asking));
    const began = Date.now();
    const [[answer], health] = await Promise.all([answers, fetch(`${forum.url}/health`)]);
    expect(health.status).toBe(200);
    expect(Date.now() - began).toBeLessThan(guard);
    expect(answer!.headers).toBeLessThan(4000);
    return answer!;
  }
});

const read = (
  path: string,
  person: Person | 'stranger' = 'workingGroup',
  headers: Record<string, string> = {}
) =>
  ask(forum.url, {
    ...{ person, method: 'GET', path, body: null },
    headers: { cookie: cookies[person], accept: 'text/html', ...headers }
  });

const post = (
  path: string,
  body: Buffer,
  type = 'application/x-www-form-urlencoded',
  person: Person = 'workingGroup'
) =>
  ask(forum.url, {
    ...{ person, method: 'POST', path, body },
    headers: {
      ...{ cookie: cookies[person], accept: 'text/html', origin: forum.url },
      'content-type': type
    }
  });

const send = (path: string, form: Record<string, string>, person?: Person) =>
  post(
    path,
    asPairs(Object.entries(form).map(([name, value]) => ({ name, value }))),
    undefined,
    person
  );

/** What is answered to what was sent as it is, to the connection's end. */
function raw(sent: string): Promise<string> {
  const { hostname, port } = new URL(forum.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    let response = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no end after: ${response}`)));
    socket.on('data', (part) => (response += part));
    socket.on('error', (error) => (response ? resolve(response) : reject(error)));
    socket.on('close', () => resolve(response));
  });
}
