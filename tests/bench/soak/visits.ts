import { randomUUID } from 'node:crypto';
import { Agent, request, type ClientRequest } from 'node:http';
import { pickFrom, type Random } from '../../support/random.ts';
import { paragraph, sentence } from '../texts.ts';
import { ask, type Asked } from '../server/load.ts';
import type { Soaked } from './filling.ts';

/** The number of answers by request and result: `view 200`, `comment 303`, `stream ENDED`. */
export type Tally = Map<string, number>;

export type Visits = {
  /** Makes the nth visit: a page, and sometimes a form or a stream. */
  visit(nth: number): Promise<void>;
  /** Closes every open stream. */
  leave(): void;
  tally: Tally;
};

/** One in so many visits also writes, opens a stream of news, or is cut off before its answer. */
const everyWrite = 20;
const everyStream = 10;
const everyCut = 25;

/** How long a stream is open, in milliseconds; the last until all are closed. */
const stays = [0, 0, 1, 2, 3, 5, 8, 12, 18, 25, 35, 50, 80, 150, 400, 1000, 3000, 60 * 60_000];

/** Returns the visits of readers who do different things, the same for the same seed. */
export function visitsAt(
  url: string,
  { logins, open }: Soaked,
  addresses: readonly string[],
  random: Random
): Visits {
  const tally: Tally = new Map();
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const streams = new Set<ClientRequest>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const login = () => ({ cookie: pickFrom(random, logins) });
  const reader = () => ({
    ...(random(5) < 3 ? login() : {}),
    ...(random(4) === 0 ? { 'accept-encoding': 'gzip' } : {})
  });

  /** Half of the pages are texts in hearing; some do not exist. */
  function address(): string {
    const { slug } = pickFrom(random, open);
    const kind = random(20);
    if (kind < 8) return `/documents/${slug}`;
    if (kind === 8) return `/documents/${slug}?sort=newest&after=${randomUUID()}`;
    if (kind === 9) return `/documents/${slug}?place=${randomUUID()}`;
    if (kind === 10) return `/documents/${randomUUID()}/${'x'.repeat(random(2000))}`;
    return pickFrom(random, addresses);
  }

  /** Sends a request, and counts its result under `what`. */
  async function send(what: string, asked: Asked) {
    const result = await ask(url, asked, agent).then(
      ({ status }) => String(status),
      (error: NodeJS.ErrnoException) => error.code ?? error.message
    );
    count(`${what} ${result}`);
  }

  /** Sends a request, and closes the connection after so many milliseconds. */
  function cutOff(what: string, path: string, after: number) {
    const isRead = random(4) > 0;
    const sent = request(url + path, { headers: { ...reader(), accept: '*/*' } });
    streams.add(sent);
    let status = 'dropped';
    sent.on('response', (response) => {
      status = String(response.statusCode);
      if (isRead) response.resume();
      response.on('error', () => {});
      if (!isRead) response.pause();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (!sent.destroyed) status = error.code ?? error.message;
    });
    const timer = setTimeout(() => sent.destroy(), after);
    sent.on('close', () => {
      clearTimeout(timer);
      streams.delete(sent);
      count(`${what} ${status}`);
    });
    sent.end();
  }

  function write(nth: number): Promise<void> {
    const { slug, commentIds } = pickFrom(random, open);
    const form = (action: string, fields: Record<string, string>) =>
      send(action, {
        path: `/documents/${slug}?/${action}`,
        headers: login(),
        body: new URLSearchParams(fields).toString()
      });
    const comment = pickFrom(random, commentIds);
    const formKey = randomUUID();
    if (nth % 3 === 0) return form('like', { give: `comment:${comment}` });
    if (nth % 3 === 1) return form('comment', { markdown: paragraph(random), formKey });
    return form('reply', { comment, markdown: sentence(random, 12), formKey });
  }

  return {
    tally,
    async visit(nth) {
      await send('view', { path: address(), headers: reader() });
      if (nth % everyWrite === 0) await write(nth / everyWrite);
      if (nth % everyStream === 0) {
        const { slug } = pickFrom(random, open);
        cutOff('stream', `/documents/${slug}/events`, stays[(nth / everyStream) % stays.length]!);
      }
      if (nth % everyCut === 0) cutOff('cut view', address(), random(30));
    },
    leave() {
      for (const stream of streams) stream.destroy();
    }
  };
}
