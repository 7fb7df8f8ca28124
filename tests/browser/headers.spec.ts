import { get, type IncomingMessage } from 'node:http';
import { globSync } from 'node:fs';
import { expect, people, password, test } from './support/forum.ts';

/** What nginx takes of an answer's headers before its own, as Debian ships it, with room to spare. */
const maxHeaderBytes = 3000;

/** The script that pages bring, by its name before the build's digest. */
const ourScript = /^\/_app\/immutable\/workers\/main-[\w-]+\.js$/;

test('no page has headers that a proxy refuses, or loads a script but our own small one', async ({
  forum
}) => {
  const served = new Set<string>();
  for (const cookie of [
    await logIn(forum.url, people.member),
    await logIn(forum.url, people.administrator),
    ''
  ])
    for (const path of await addresses(forum.url)) {
      const { headerBytes, body, link } = await ask(forum.url + path, cookie);
      expect(headerBytes, path).toBeLessThan(maxHeaderBytes);
      expect(link, path).not.toContain('modulepreload');
      expect(body, path).not.toContain('modulepreload');
      const scripts = [...body.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => src!);
      for (const src of scripts) expect(src, path).toMatch(ourScript);
      for (const src of scripts) served.add(src);
      expect(body, path).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    }
  expect(served.size).toBe(1);
  for (const src of served) expect((await fetch(forum.url + src)).status, src).toBe(200);
});

/** An address for every page that there is a folder of. */
async function addresses(url: string): Promise<string[]> {
  const { documents } = await (await fetch(`${url}/api/documents`)).json();
  const { slug } = documents[0];
  return globSync('src/routes/**/+page.svelte').map((file) => {
    const route = file.slice('src/routes'.length, -'/+page.svelte'.length);
    return (
      route
        .replace('[slug]', slug)
        .replace('[number]', '1')
        .replace('[token]', 'ukendt')
        .replace(/\[id(=uuid)?\]/, '00000000-0000-4000-8000-000000000000') || '/'
    );
  });
}

async function ask(url: string, cookie: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers: { cookie, accept: 'text/html' } }, resolve).on('error', reject)
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { rawHeaders, headers } = response;
  return {
    headerBytes: rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0),
    link: String(headers.link ?? ''),
    body: Buffer.concat(chunks).toString()
  };
}

async function logIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ email, password }),
    redirect: 'manual'
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
