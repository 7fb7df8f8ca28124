import { serveDemo, type ServedForum } from '../support/serving.ts';
import { expect, logIn, password, people, test } from './support/forum.ts';

/** Behind a proxy that speaks https for it, as the party's own server is. */
let proxied: ServedForum;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  proxied = await serveDemo({ TRUST_PROXY: 'yes' });
});
test.afterAll(() => proxied?.discard());

test('after a logout, Back shows nothing of one’s own, no draft is left, and the offline page comes again', async ({
  page,
  context
}) => {
  await logIn(page, 'member', '/mine');
  await expect(page.getByRole('heading', { name: 'Mine høringssvar' })).toBeVisible();
  await page.evaluate(() => localStorage.setItem('a draft', 'Kajen skal'));
  await page.getByRole('button', { name: 'Log ud' }).click();
  await expect(page.getByRole('link', { name: 'Log ind' }).first()).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Mine høringssvar' })).toBeHidden();
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names).toContain('device');
  expect(names).not.toContain('session');
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(await page.evaluate(() => caches.has('offline'))).toBe(false);
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/offline'))?.status))
    .toBe(200);
});

test('behind https the cookies are bound to the host and https is asked for, over http neither', async ({
  forum
}) => {
  const secure = await send(proxied.url, '/login', member, https());
  expect(secure.status).toBe(303);
  for (const name of ['session', 'device'])
    expect(cookie(secure, `__Host-${name}`)).toMatch(/; Secure/i);
  expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
  const session = pair(secure, '__Host-session');
  expect(await namesMember(proxied.url, { cookie: session, ...https() })).toBe(true);
  const planted = session.replace('__Host-', '');
  expect(await namesMember(proxied.url, { cookie: planted, ...https() })).toBe(false);

  const plain = await send(forum.url, '/login', member, https());
  expect(cookie(plain, 'session')).not.toMatch(/Secure/i);
  expect(plain.headers.get('strict-transport-security')).toBeNull();
});

test('a new login ends the one that the browser had', async ({ forum }) => {
  const first = pair(await send(forum.url, '/login', member), 'session');
  expect(await namesMember(forum.url, { cookie: first })).toBe(true);
  const second = pair(await send(forum.url, '/login', member, { cookie: first }), 'session');
  expect(await namesMember(forum.url, { cookie: first })).toBe(false);
  expect(await namesMember(forum.url, { cookie: second })).toBe(true);
});

test('nothing is changed from another site, whatever the request says it holds', async ({
  forum
}) => {
  const login = pair(await send(forum.url, '/login', member), 'session');
  for (const origin of ['https://evil.example', 'null', undefined])
    for (const type of [undefined, 'text/plain', 'application/json'])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const headers = {
          cookie: login,
          ...(origin && { origin }),
          ...(type && { 'content-type': type })
        };
        const { status } = await fetch(`${forum.url}/logout`, { method, headers });
        expect(status, `${method} ${origin} ${type}`).toBe(403);
      }
  expect(await namesMember(forum.url, { cookie: login })).toBe(true);
  const left = await send(forum.url, '/logout', {}, { cookie: login });
  expect(left.status).toBe(303);
  expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"');
  expect(await namesMember(forum.url, { cookie: login })).toBe(false);
});

test('a caller’s own word on its address is taken only behind a trusted proxy', async ({
  forum
}) => {
  const guess = { email: 'nobody@example.org', password: 'gæt' };
  const statuses = async (url: string, headers: (nth: number) => Record<string, string>) => {
    const all: number[] = [];
    for (let nth = 0; nth < 11; nth++)
      all.push((await send(url, '/login', guess, headers(nth))).status);
    return all;
  };
  const spoofed = (nth: number) => ({
    'x-forwarded-proto': 'https',
    'x-forwarded-for': `192.0.2.${nth}`
  });
  expect(await statuses(forum.url, spoofed)).toEqual([...Array<number>(10).fill(422), 429]);
  expect(await statuses(proxied.url, spoofed)).toEqual(Array<number>(11).fill(422));
  const one = (nth: number) => ({
    ...spoofed(nth),
    'x-forwarded-for': `192.0.2.${nth}, 2001:db8:1:2::${nth}`
  });
  expect(await statuses(proxied.url, one)).toEqual([...Array<number>(10).fill(422), 429]);
});

test('two hundred guesses at once are weighed ten times, and the owner’s device is let in meanwhile', async ({
  forum
}) => {
  const owner = { email: people.rapporteur, password };
  const device = pair(await send(forum.url, '/login', owner), 'device');
  const guesses = Array.from({ length: 200 }, (_, nth) =>
    send(forum.url, '/login', { ...owner, password: `gæt ${nth}` })
  );
  const meanwhile = await send(forum.url, '/login', owner, { cookie: device });
  const answers = await Promise.all(guesses);
  expect(meanwhile.status).toBe(303);
  const weighed = answers.filter(({ status }) => status === 422);
  expect(weighed).toHaveLength(10);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(190);
  expect(Number(refused[0]!.headers.get('retry-after'))).toBe(15 * 60);
  expect(await refused[0]!.text()).toContain('Vent 15 minutter');
  expect((await send(forum.url, '/login', owner)).status).toBe(429);
  expect((await send(forum.url, '/login', owner, { cookie: device })).status).toBe(303);
});

test('an e-mail that is longer than any is refused before it is looked up', async ({ forum }) => {
  const long = { email: `${'a'.repeat(200_000)}@example.org`, password: 'gæt' };
  const answer = await send(forum.url, '/login', long);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('254');
});

test('what a member does very often is refused with the time to wait, and the words are still there', async ({
  forum
}) => {
  const cookie = pair(await send(forum.url, '/login', member), 'session');
  const searches = await Promise.all(
    Array.from({ length: 62 }, () => fetch(`${forum.url}/search?q=kaj`, { headers: { cookie } }))
  );
  const refused = searches.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(2);
  expect(refused[0]!.headers.get('retry-after')).toBe('60');
  expect(await refused[0]!.text()).toContain('Vent et minut');
  expect((await fetch(`${forum.url}/search?q=kaj`)).status).toBe(200);

  const debate = await (
    await fetch(`${forum.url}/documents/doeren-staar-aaben?sort=newest`)
  ).text();
  const [, comment] = /id="kommentar-([0-9a-f-]{36})"/.exec(debate)!;
  const report = () =>
    send(forum.url, `/comments/${comment}/report`, { reason: 'Det er reklame.' }, { cookie });
  for (let nth = 0; nth < 20; nth++) expect((await report()).status).not.toBe(429);
  const last = await report();
  expect(last.status).toBe(429);
  expect(await last.text()).toContain('Det er reklame.');
});

const member = { email: people.member, password };
const https = () => ({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' });

/** Sends a form as a browser does that is on the forum's own page. */
function send(
  url: string,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {}
) {
  const isSecure = url === proxied.url && headers['x-forwarded-proto'] === 'https';
  const origin = isSecure ? url.replace('http:', 'https:') : url;
  return fetch(url + path, {
    method: 'POST',
    headers: { origin, accept: 'text/html', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual'
  });
}

/** Whether whoever sends the headers is shown as logged in. */
const namesMember = async (url: string, headers: Record<string, string>) =>
  (await (await fetch(url, { headers })).text()).includes('action="/logout"');

const cookie = (response: Response, name: string) =>
  response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '';

const pair = (response: Response, name: string) => cookie(response, name).split(';')[0]!;
