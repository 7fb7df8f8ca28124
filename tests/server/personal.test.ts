import { afterAll, beforeAll, expect, test } from 'vitest';
import { addLike } from '#lib/server/commands/debate/like.ts';
import { readReadingPage } from '#lib/server/queries/debate/reading-page.ts';
import { readTextWithDebate, type TextAsked } from '#lib/server/queries/debate/text-with-debate.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { openActivity } from '#lib/server/cache/activity.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let opened: DocumentInHearing;
let ida: Context;
let bo: Context;

beforeAll(async () => {
  forum = await openTestDatabase();
  opened = await openDocumentHearing(
    await makeMember(forum, 'Berit Bank'),
    '## Havnen\n\nVi åbner havnen.\n\nKajen er for alle.'
  );
  ida = await makeMember(forum, 'Ida Holm');
  bo = await makeMember(forum, 'Bo Friis');
});
afterAll(() => forum.close());

test('the cached page with the viewer’s marks is what is read without a cache', async () => {
  const { blocks } = await readVersion(ida, opened.id);
  const [, first, second] = blocks.map(({ blockId }) => blockId);
  const commentId = await writeComment(ida, opened, 'Også om vinteren.', first);
  const reply = await writeReply(bo, commentId, 'Ja, især der.');
  await writeComment(bo, opened, 'God vision.');
  await addLike(ida, { commentId: reply });
  await addLike(ida, { blockId: second! });
  for (const who of [ida, bo, publicReader(forum)])
    expect(await remembered(who)).toEqual(await readTextWithDebate(who, opened.id, wish));
});

test('a block without a viewer’s marks is the same object for everyone, and a write makes a new page', async () => {
  const [mine, everyones] = [await remembered(ida), await remembered(publicReader(forum))];
  expect(mine.blocks[0]).toBe(everyones.blocks[0]);
  expect(mine.blocks[1]).not.toBe(everyones.blocks[1]);
  const id = await writeComment(bo, opened, 'Og på cykel.');
  const shown = (await remembered(ida)).whole.shown.map(({ first }) => first.id);
  expect(shown).toContain(id);
});

const wish: TextAsked = { version: null, withDebate: true, place: null, commentId: null };

const remembered = async (who: Context) => {
  const revision = (await openActivity(forum.database)(opened.slug))!;
  return readReadingPage(who, { id: opened.id, revision }, wish);
};
