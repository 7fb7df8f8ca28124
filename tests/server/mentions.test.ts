import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMentions } from '#lib/server/queries/debate/mine-page.ts';
import { listParticipants } from '#lib/server/text/mentions.ts';
import { replyTo } from '#lib/server/commands/debate/reply.ts';
import { findDocumentOf } from '#lib/server/queries/debate/comment-link-page.ts';
import { quoteComment, readOwnComment } from '#lib/server/queries/debate/reading-page.ts';
import { readCommentHistory } from '#lib/server/queries/debate/comment-history-page.ts';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import type { Context } from '#lib/server/access/context.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { findModerated } from '#lib/server/queries/debate/moderation-page.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDocumentHearing, writeComment, type DocumentInHearing } from '../support/hearings.ts';
import { makeMember, contextAt, publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
let opened: DocumentInHearing;
let [ida, bo, berit]: Context[] = [];

beforeAll(async () => {
  forum = await openTestDatabase();
  berit = await makeMember(forum, 'Berit Bank', { roles: ['administrator'] });
  opened = await openDocumentHearing(berit, '## Havnen\n\nVi åbner havnen.');
  [ida, bo] = [await makeMember(forum, 'Ida Holm'), await makeMember(forum, 'Bo Lind')];
  await writeComment(ida, opened, 'Kajen er smuk.');
});
afterAll(() => forum.close());

test('a participant who is mentioned finds it, with who wrote it and where', async () => {
  const id = await writeComment(bo!, opened, 'Enig med @ida holm.');
  expect(await mentionsOf(ida!)).toMatchObject([
    {
      id,
      name: 'Bo Lind',
      title: 'Havnen',
      html: '<p>Enig med <b class="mention">@ida holm</b>.</p>'
    }
  ]);
  expect(await findDocumentOf(ida!, id)).toEqual({ slug: opened.slug });
});

test('whoever takes part can be mentioned: the working group, and those who have said something', async () => {
  await makeMember(forum, 'Tavse Tina');
  const mona = await makeMember(forum, 'Mona Fortrudt');
  await withdrawComment(mona, await writeComment(mona, opened, 'Nej, ikke alligevel.'));
  expect((await listParticipants(ida!, opened.id)).map(({ name }) => name)).toEqual([
    'Berit Bank',
    'Bo Lind',
    'Ida Holm'
  ]);
  await writeComment(
    ida!,
    opened,
    '@Tavse Tina og @Mona Fortrudt hører ikke dette, men @Berit Bank gør.'
  );
  expect(await mentionsOf(berit!)).toHaveLength(1);
});

test('nobody is told that they mentioned themselves', async () => {
  const before = (await mentionsOf(bo!)).length;
  await writeComment(bo!, opened, 'Jeg, @Bo Lind, mener det.');
  expect(await mentionsOf(bo!)).toHaveLength(before);
});

test('an edit updates who is mentioned, and a reply mentions as a comment does', async () => {
  const first = await writeComment(berit!, opened, 'Hvad siger I?');
  const id = await replyTo(berit!, first, { markdown: '@Ida Holm?', formKey: randomUUID() });
  expect(await idsFor(ida!)).toContain(id);
  await editComment(berit!, id, { markdown: '@Bo Lind?', revision: 1 });
  expect(await idsFor(ida!)).not.toContain(id);
  expect(await idsFor(bo!)).toContain(id);
  const { texts } = await readCommentHistory(ida!, await readDocument(ida!, opened.slug), id);
  expect(texts.map(({ html }) => html)).toEqual([
    '<p><b class="mention">@Ida Holm</b>?</p>',
    '<p><b class="mention">@Bo Lind</b>?</p>'
  ]);
  expect((await readOwnComment(berit!, id))?.markdown).toBe('@Bo Lind?');
});

test('a mention that is hidden or withdrawn is not found', async () => {
  const [hidden, withdrawn] = [
    await writeComment(bo!, opened, '@Ida Holm, det er for groft.'),
    await writeComment(bo!, opened, '@Ida Holm, det er fortrudt.')
  ];
  expect(await idsFor(ida!)).toEqual(expect.arrayContaining([hidden, withdrawn]));
  await hideComment(opened.workingGroup, hidden, 'Tonen.');
  await withdrawComment(bo!, withdrawn);
  expect(await idsFor(ida!)).not.toContain(hidden);
  expect(await idsFor(ida!)).not.toContain(withdrawn);
});

test('in a document for members, a public reader finds neither those who take part nor a comment', async () => {
  const members = await openDocumentHearing(berit!, '## Kajen\n\nVi åbner kajen.', {
    ...{ title: 'Kajen', audience: 'members' as const }
  });
  const id = await writeComment(ida!, members, 'Kun for os, @Berit Bank.');
  await expect(readDocument(publicReader(forum), members.slug)).rejects.toThrow('notFound');
  await expect(findDocumentOf(publicReader(forum), id)).rejects.toThrow('notFound');
  expect(await findDocumentOf(ida!, id)).toEqual({ slug: members.slug });
});

test('the working group of a draft is not shown to other members', async () => {
  const { slug } = await beginDocument(bo!, {
    ...{ title: 'Molen', summary: '', level: 'national', policyArea: 'By', regionId: null },
    ...{ audience: 'public', proposers: [], involved: [], markdown: 'Molen skal stå.' }
  });
  await expect(readDocument(ida!, slug)).rejects.toThrow('notFound');
});

test('a reply quotes the comment under its author’s name, and leads to it', async () => {
  const id = await writeComment(ida!, opened, 'Flere **træer**.\n\nOg bænke.');
  expect(await quoteComment(bo!, opened.id, id, '')).toBe(
    `> **[Ida Holm](/comments/${id}):**\n>\n> Flere **træer**.\n>\n> Og bænke.\n\n`
  );
  expect(await quoteComment(bo!, opened.id, id, ' Og bænke. ')).toBe(
    `> **[Ida Holm](/comments/${id}):**\n>\n> Og bænke.\n\n`
  );
});

test('an administrator sees who quotes what is to be hidden, for the words stand there too', async () => {
  const id = await writeComment(ida!, opened, 'Det her går over stregen.');
  const markdown = `${await quoteComment(bo!, opened.id, id, '')}Ja!`;
  const reply = await replyTo(bo!, id, { markdown, formKey: randomUUID() });
  const quotedBy = async () => (await findModerated(opened.workingGroup, id))?.quotedBy;
  expect(await quotedBy()).toEqual([{ id: reply, name: 'Bo Lind' }]);
  await hideComment(opened.workingGroup, reply, 'Citerer det.');
  expect(await quotedBy()).toEqual([]);
});

test('nobody quotes what is hidden, withdrawn or said to another document', async () => {
  const [hidden, withdrawn, elsewhere] = [
    await writeComment(ida!, opened, 'Groft.'),
    await writeComment(ida!, opened, 'Fortrudt.'),
    await writeComment(
      ida!,
      await openDocumentHearing(berit!, '## Byen\n\nVi åbner byen.', { title: 'Byen' }),
      'Her.'
    )
  ];
  await hideComment(opened.workingGroup, hidden, 'Tonen.');
  await withdrawComment(ida!, withdrawn);
  for (const id of [hidden, withdrawn, elsewhere])
    await expect(quoteComment(bo!, opened.id, id, '')).rejects.toThrow('notFound');
});

test('mentions come a page at a time, the newest first, and none twice that came at once', async () => {
  const mona = await makeMember(forum, 'Mona Mange');
  await writeComment(mona, opened, 'Nævn mig bare.');
  for (let count = 0; count < 12; count++)
    await writeComment(
      { ...bo!, now: new Date(today.getTime() + (count < 6 ? 0 : 60_000)) },
      opened,
      '@Mona Mange!'
    );
  const first = await listMentions(await contextAt(mona, today), null);
  expect(first.mentions).toHaveLength(10);
  const { mentions, next } = await listMentions(mona, first.next);
  expect(mentions).toHaveLength(2);
  expect(next).toBeNull();
  const all = [...first.mentions, ...mentions];
  expect(new Set(all.map(({ id }) => id)).size).toBe(12);
  const moments = all.map(({ at }) => at.getTime());
  expect(moments).toEqual(moments.toSorted((one, other) => other - one));
  expect((await listMentions(mona, 'ingen side')).mentions).toHaveLength(10);
});

const mentionsOf = async (who: Context) => (await listMentions(who, null)).mentions;

const idsFor = async (who: Context) => (await mentionsOf(who)).map(({ id }) => id);
