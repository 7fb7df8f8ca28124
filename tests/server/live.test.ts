import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Viewer } from '#lib/domain/hearing/permissions.ts';
import type { News } from '#lib/domain/hearing/news.ts';
import { addLike, removeLike } from '#lib/server/commands/debate/like.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { openDatabase, type OpenDatabase } from '#lib/server/database/open.ts';
import { document, documentActivity, member } from '#lib/server/database/tables/index.ts';
import { openHub, type Hub, type Tell } from '#lib/server/cache/hub.ts';
import { openActivity } from '#lib/server/cache/activity.ts';
import { streamNews } from '#lib/server/http/stream.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDocumentHearing, writeComment, type DocumentInHearing } from '../support/hearings.ts';
import { makeMember, today } from '../support/people.ts';
import type { Context } from '#lib/server/access/context.ts';

let forum: TestDatabase;
let instances: { database: OpenDatabase; hub: Hub }[];
let opened: DocumentInHearing;
let ida: Context;

beforeAll(async () => {
  forum = await openTestDatabase();
  instances = [await anInstance(forum), await anInstance(await another(forum))];
  opened = await openDocumentHearing(
    await makeMember(forum, 'Berit Bank', { roles: ['administrator'] }),
    '## Havnen\n\nVi åbner havnen.'
  );
  ida = await makeMember(forum, 'Ida Holm');
});
afterAll(async () => {
  for (const { hub } of instances) await hub.close();
  if (isServer) await instances[1]!.database.close();
  await forum.close();
});

const isServer = Boolean(process.env.TEST_DATABASE_URL);
if (!isServer) console.log('Two instances are tried on PostgreSQL only: PGlite is one process.');

test('whoever closes a hub that is being closed waits until it listens no more, also where that fails', async () => {
  let letGo: (error: Error) => void = () => {};
  const stopListening = () => new Promise<void>((_, reject) => (letGo = reject));
  const hub = await openHub(forum.database, async () => stopListening);
  const drained = hub.close();
  let isClosed = false;
  const closed = hub.close().then(() => (isClosed = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isClosed).toBe(false);
  letGo(new Error('the connection is gone'));
  await drained;
  await closed;
});

test('a comment and a like in one instance are told to those who read in the other, and no words with them', async () => {
  const reader = await listen(instances[1]!.hub, opened.id, null);
  const id = await writeComment(ida, opened, 'Kajen skal kunne nås på cykel.');
  const news = await reader.next();
  expect(news).toMatchObject({ comments: [{ id, blockId: null }], likes: {} });
  expect(JSON.stringify(news)).not.toContain('cykel');
  await addLike(ida, { commentId: id });
  expect((await reader.next()).likes).toEqual({ [`comment:${id}`]: 1 });
  await removeLike(ida, { commentId: id });
  expect((await reader.next()).likes).toEqual({ [`comment:${id}`]: 0 });
  await reader.leave();
});

test('nobody is told of their own comment, and one who comes back is told what came meanwhile', async () => {
  const known = { revision: await activity(), at: anHourLater };
  const id = await writeComment({ ...ida, now: anHourLater }, opened, 'Og til fods.');
  const own = await listen(instances[0]!.hub, opened.id, ida.viewer, known);
  const others = await listen(instances[0]!.hub, opened.id, null, known);
  expect((await others.next()).comments).toEqual([{ id, blockId: null }]);
  expect((await own.next(500))?.comments ?? []).toEqual([]);
  await own.leave();
  await others.leave();
});

test('a public reader is told nothing of a document for members, nor once it has become one', async () => {
  const members = await openDocumentHearing(
    await makeMember(forum, 'Poul Krogh'),
    '## Kajen\n\nVi åbner kajen.',
    {
      ...{ title: 'Kajen', audience: 'members' as const }
    }
  );
  const stranger = await listen(instances[0]!.hub, members.id, null);
  expect(await stranger.ended).toBe(true);

  const before = await listen(instances[0]!.hub, opened.id, null);
  await forum.database
    .update(document)
    .set({ audience: 'members' })
    .where(eq(document.id, opened.id));
  expect(await before.ended).toBe(true);
  await forum.database
    .update(document)
    .set({ audience: 'public' })
    .where(eq(document.id, opened.id));
});

test('a reader who leaves at any moment, also before the first answer, leaves no timer behind', async () => {
  const before = await restingTimers();
  const { hub } = instances[0]!;
  const known = { revision: null, at: today };
  for (let pause = 0; pause < 40; pause++) {
    const stream = streamNews(hub, opened.id, null, known);
    await waitFor(pause);
    await stream.cancel();
  }
  expect(await restingTimers()).toBe(before);
});

test('a stream that is told of a change after its reader left writes nothing', async () => {
  const streams = await Promise.all(
    Array.from({ length: 20 }, async (_, nth) => {
      const stream = streamNews(instances[0]!.hub, opened.id, null, { revision: null, at: today });
      await waitFor(nth);
      return stream;
    })
  );
  const left = Promise.all(streams.map((stream) => stream.cancel()));
  await writeComment(ida, opened, 'Der skal være bænke på kajen.');
  await left;
  const reader = await listen(instances[0]!.hub, opened.id, null);
  const id = await writeComment(ida, opened, 'Og et læskur.');
  expect((await reader.next()).comments.map((comment) => comment.id)).toContain(id);
  await reader.leave();
});

test('a reader that fails keeps the news from nobody else', async () => {
  const { hub } = instances[0]!;
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = await hub.watch(opened.id, () => {
    throw new Error('cannot be news');
  });
  const reader = await listen(hub, opened.id, null);
  const id = await writeComment(ida, opened, 'Kajen skal have lys.');
  expect((await reader.next()).comments).toEqual([{ id, blockId: null }]);
  expect(complaint).toHaveBeenCalled();
  complaint.mockRestore();
  failing.leave();
  await reader.leave();
});

test('a stream that nobody reads is closed, and holds no more than its limit until then', async () => {
  const tellers: Tell[] = [];
  let left = 0;
  const { state } = await instances[0]!.hub.watch(opened.id, () => {});
  const hub: Hub = {
    async watch(_, tell) {
      tellers.push(tell);
      return { state, leave: () => left++ };
    },
    close: async () => {}
  };
  const stream = streamNews(hub, opened.id, null, { revision: null, at: today });
  await waitFor(1);
  for (let nth = 1; nth <= 500; nth++)
    tellers[0]!({ ...state!, revision: state!.revision + nth, likes: new Map([['block:1', nth]]) });
  expect(left).toBe(1);
  let chunks = 0;
  for await (const chunk of stream) chunks += chunk.length > 0 ? 1 : 0;
  expect(chunks).toBeLessThanOrEqual(100);
});

test('streams end when the forum closes', async () => {
  const closing = await openHub(forum.database, forum.listen);
  const reader = await listen(closing, opened.id, null);
  await closing.close();
  expect(await reader.ended).toBe(true);
});

test('whatever changes what a page shows raises the document’s activity, once a transaction', async () => {
  const raised = async (write: () => Promise<unknown>) => {
    const before = await activity();
    await write();
    return (await activity()) - before;
  };
  let id = '';
  expect(await raised(async () => (id = await writeComment(ida, opened, 'Og med bus.')))).toBe(1);
  expect(await raised(() => addLike(ida, { commentId: id }))).toBe(1);
  expect(await raised(() => hideComment(opened.workingGroup, id, 'Det står her to gange.'))).toBe(
    1
  );
  expect(await raised(() => withdrawComment(ida, id))).toBe(1);
  const renamed = { name: 'Ida Holm Juul' };
  expect(
    await raised(() =>
      forum.database.update(member).set(renamed).where(eq(member.id, ida.viewer!.id))
    )
  ).toBe(1);
});

test('every table that belongs to a document tells of its writes, but for what no one else is shown', async () => {
  const silent = ['block', 'document_activity', 'draft'];
  const rows = await forum.database.select({ name: sql<string>`c.table_name::text` }).from(
    sql`information_schema.columns c
      join information_schema.tables b on b.table_schema = c.table_schema
        and b.table_name = c.table_name and b.table_type = 'BASE TABLE'
      where c.column_name = 'document_id' and c.table_schema = 'public'
        and not exists (select from information_schema.triggers t
          where t.event_object_table = c.table_name and t.trigger_name = 'activity')`
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(silent);
});

/** How many timers are left once what earlier tests began has run. */
async function restingTimers(): Promise<number> {
  await waitFor(600);
  await new Promise((resolve) => setImmediate(resolve));
  return process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
}

/** Waits so many milliseconds; of 0, for one turn of the queue. */
const waitFor = (pause: number) =>
  pause === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, pause));

const anHourLater = new Date(today.getTime() + 60 * 60 * 1000);

const activity = async () => (await openActivity(forum.database)(opened.slug))!;

async function anInstance(database: OpenDatabase) {
  return { database, hub: await openHub(database.database, database.listen) };
}

/** A second instance on the same server; PGlite has one, and the hub is opened twice on it. */
const another = (test: TestDatabase): Promise<OpenDatabase> =>
  isServer ? openDatabase(test.configuration) : Promise.resolve(test);

/** Reads the stream as a page does, each piece of news in its turn. */
async function listen(
  hub: Hub,
  documentId: string,
  viewer: Viewer,
  known?: { revision: number; at: Date }
) {
  const now = known ?? { revision: await revisionOf(documentId), at: today };
  const reader = streamNews(hub, documentId, viewer, now).getReader();
  const news: News[] = [];
  let waiting: ((news: News) => void) | null = null;
  const read = async (): Promise<true> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      const data = /^data: (.*)$/m.exec(new TextDecoder().decode(value))?.[1];
      if (!data) continue;
      news.push(JSON.parse(data) as News);
      waiting?.(news[0]!);
    }
  };
  const ended = read();
  await new Promise((resolve) => setTimeout(resolve, settled));
  return {
    ended,
    leave: () => reader.cancel(),
    next: (patience?: number) =>
      new Promise<News>((resolve) => {
        waiting = () => {
          waiting = null;
          resolve(news.shift()!);
        };
        if (news.length > 0) waiting(news[0]!);
        else if (patience)
          setTimeout(() => resolve({ revision: 0, comments: [], likes: {} }), patience);
      })
  };
}

/** Until a stream that has begun has read where the document is. In milliseconds. */
const settled = 150;

async function revisionOf(documentId: string): Promise<number> {
  const [found] = await forum.database
    .select({ revision: documentActivity.revision })
    .from(documentActivity)
    .where(eq(documentActivity.documentId, documentId));
  return found!.revision;
}
