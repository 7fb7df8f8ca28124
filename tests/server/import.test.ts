import { asc, eq } from 'drizzle-orm';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#lib/server/access/context.ts';
import { change, comment, draft, input, rewrite } from '#lib/server/database/tables/index.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { openHearing } from '#lib/server/commands/documents/open-hearing.ts';
import { importTopic, readTopic } from '#lib/server/commands/documents/import-topic.ts';
import { importDocument } from '#lib/server/commands/documents/import-document.ts';
import { importDraft } from '#lib/server/commands/documents/import-draft.ts';
import { importRewrite } from '#lib/server/commands/regions/import-rewrite.ts';
import { importText } from '#lib/server/formats/files/document-text.ts';
import { listInputs } from '#lib/server/hearing/inputs/list.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeMember, contextAt, findOrMakeRegion, today } from '../support/people.ts';

const real = '../shared/hearing';
const isHere = existsSync(real);
if (!isHere) console.info(`The real hearing was not imported: there is no ${real} here.`);

let forum: TestDatabase;
let group: Context;
beforeAll(async () => {
  forum = await openTestDatabase();
  group = await makeMember(forum, 'Ida');
});
afterAll(() => forum.close());

test('a text out of a PDF becomes a draft under its own title, its lines whole again', async () => {
  const { slug } = await importDocument(group, file('havn.txt', paper), plan);
  const document = await readDocument(await again(), slug);
  expect(document.title).toBe('Havnen er vores');
  expect(await draftOf(document.id)).toBe(
    '# Havnen er vores\n\n## Derfor\n\nHavnen skal være åben for alle, som vil gå en tur og se på vandet.\n'
  );
});

test('a title that is given goes before the one in the text, and a text must have one of the two', async () => {
  const markdown = '# Om stier\n\nEn sti er for alle.';
  const given = await importDocument(group, file('a.md', markdown), { ...plan, title: 'Stierne' });
  expect(given.slug).toBe('stierne');
  await expect(importDocument(group, file('b.md', 'En sti.'), plan)).rejects.toMatchObject({
    refused: 'titleMissing'
  });
});

test('a file takes the place of the draft, unless somebody has saved it since', async () => {
  const { id } = await beginDocument(group, { ...plan, title: 'Åen', markdown: 'Før.' });
  await importDraft(await again(), id, file('aa.md', 'Efter.'), 1);
  expect(await draftOf(id)).toBe('Efter.');
  await expect(importDraft(await again(), id, file('aa.md', 'Igen.'), 1)).rejects.toMatchObject({
    refused: 'stale'
  });
});

test.each([
  ['an empty file', '', 'fileEmpty'],
  ['a PDF, whatever it is called', '%PDF-1.7\n%âãÏÓ', 'fileNotText'],
  ['a file of marks only', '#\n\n---\n\n>', 'emptyText']
])('%s is refused by what is wrong with it', async (_, content, refused) => {
  await expect(importText(file('x.md', content).bytes, 'x.md')).rejects.toMatchObject({ refused });
});

test('a text with a NUL, or with half of a pair of surrogates, is refused as a draft', async () => {
  const nul = file('x.md', 'Stien er\0 for alle.').bytes;
  await expect(importText(nul)).rejects.toMatchObject({ refused: 'fileNotText' });
  const half = Uint8Array.of(...file('x.md', 'Stien på heden').bytes, 0xed, 0xa0, 0x80);
  await expect(importText(half)).rejects.toMatchObject({ refused: 'fileNotUtf8' });
});

test.each([
  ['a text', 'Kære alle', 'fileNotJson'],
  ['some other JSON', '{"id": 1, "title": "x"}', 'notDiscourseTopic']
])('%s is refused as a topic', (_, content, refused) => {
  expect(() => readTopic(file('t.json', content).bytes)).toThrow(
    expect.objectContaining({ refused })
  );
});

test('a topic with values that no database keeps comes in without them, or is refused by the part', async () => {
  const { id } = await inHearing('Stierne på heden', '## Stier\n\nStien er for alle.');
  const created_at = '2026-03-02T10:00:00Z';
  const post = { username: 'bo', created_at, raw: 'Stien er\ud800 \0fin.' };
  const posts = [
    { ...post, id: 1, post_number: 1 },
    { ...post, id: 2, post_number: 2, created_at: '+275760-09-13T00:00:00Z' },
    { ...post, id: 3, post_number: 3, created_at: '0000-01-01T00:00:00Z' },
    { ...post, id: 4, post_number: 4, actions_summary: [{ id: 2, count: 2 ** 31 }] },
    { ...post, id: 1e300, post_number: 5 },
    { ...post, id: 6, post_number: 6, name: 'Bo\udfff\0 Bæk', reply_to_post_number: 1e300 }
  ];
  const topicOf = (more: object) =>
    readTopic(
      file(
        't.json',
        JSON.stringify({ id: 1, title: 'S\ud800', created_at, post_stream: { posts }, ...more })
      ).bytes
    );
  const made = await importTopic(await again(), id, topicOf({}));
  expect(made.problems.map(({ postNumber, detail }) => `${postNumber} ${detail}`)).toEqual([
    ...['2 created_at', '3 created_at', '4 actions_summary.0.count', '5 id'],
    '6 reply_to_post_number'
  ]);
  const [kept, ...others] = await forum.database
    .select({ markdown: comment.markdown })
    .from(comment)
    .where(eq(comment.documentId, id));
  expect([kept!.markdown, others]).toEqual(['Stien er\ufffd fin.', []]);
  for (const more of [{ created_at: '-200000-01-01' }, { id: 1e300 }, { posts_count: -1 }])
    expect(() => topicOf(more)).toThrow(expect.objectContaining({ refused: 'notDiscourseTopic' }));
});

test('a topic becomes input of the hearing in its order, late where it was written after the end, and comes in once however often it is imported', async () => {
  const { id, slug } = await inHearing('Stierne i skoven', '## Stier\n\nStien er for alle.');
  const topic = readTopic(readFileSync('tests/fixtures/discourse/sti.json'));
  const made = await importTopic(await again(), id, topic);
  expect(made.comments + made.replies).toBe(topic.posts.length);
  const shown = await readDocument(await again(), slug);
  const { inputs } = await listInputs(await again(), shown);
  expect(inputs.map(({ author, at, late }) => ({ name: author.name, at, late }))).toEqual(
    topic.posts
      .filter(({ replyTo }) => replyTo === null)
      .map(({ author, createdAt }) => ({ name: author.name, at: createdAt, late: true }))
  );
  const repeated = await importTopic(await again(), id, topic);
  expect(repeated).toMatchObject({ comments: 0, replies: 0, likes: 0, known: topic.posts.length });
  expect(await forum.database.$count(comment, eq(comment.documentId, id))).toBe(topic.posts.length);
  expect(await forum.database.$count(input, eq(input.documentId, id))).toBe(made.comments);
});

test('only the working group imports, and only while there is a hearing to put it in', async () => {
  const { id } = await inHearing('Stierne ved havet', '## Stier\n\nStien er for alle.');
  const topic = readTopic(readFileSync('tests/fixtures/discourse/sti.json'));
  const member = await makeMember(forum, 'Bo');
  await expect(importTopic(member, id, topic)).rejects.toMatchObject({
    refused: 'notAllowed'
  });
  const { id: draftOnly } = await beginDocument(group, { ...plan, title: 'Kladde', markdown: 'x' });
  await expect(importTopic(await again(), draftOnly, topic)).rejects.toMatchObject({
    refused: 'importNeedsHearing'
  });
});

test('a rewrite names sections that the version has, and is written once', async () => {
  const { slug } = await inHearing(
    'Stierne i byen',
    '## Stier\n\nStien er for alle.\n\n## Pris\n\nDet koster.'
  );
  const meeting = await meetingIn('Fyn');
  const text = file('fyn.md', 'Stien er for alle, også om natten.');
  const unknown = importRewrite(await again(), slug, text, {
    ...{ meeting, foreword: '', scope: ['Broer'] }
  });
  await expect(unknown).rejects.toMatchObject({ refused: 'headingUnknown' });
  const first = await importRewrite(await again(), slug, text, {
    ...{ meeting, foreword: '', scope: ['stier'] }
  });
  const second = await importRewrite(await again(), slug, text, {
    ...{ meeting, foreword: '', scope: ['stier'] }
  });
  expect(second).toEqual({ ...first, isNew: false });
  expect(await forum.database.$count(rewrite, eq(rewrite.id, first.rewriteId))).toBe(1);
});

test.runIf(isHere)(
  'the real vision has 48 blocks under its title, from Markdown and from its PDF',
  async () => {
    const markdown = await importText(readFileSync(`${real}/vision.md`), 'vision.md');
    const plain = await importText(readFileSync(`${real}/vision.txt`), 'vision.txt');
    for (const { blocks, title } of [markdown, plain]) {
      expect(title?.toLowerCase()).toBe('socialpolitisk vision');
      expect(kindsOf(blocks)).toEqual({ heading: 10, paragraph: 20, listItem: 18 });
    }
    expect(plain.blocks.map(({ text }) => text)).toEqual(markdown.blocks.map(({ text }) => text));
  }
);

test.runIf(isHere)(
  'the real thread comes in whole, its dates kept, and a region’s text as changes of its section',
  async () => {
    const { slug, id } = await realHearing();
    const topic = readTopic(readFileSync(`${real}/discourse-topic.json`));
    const made = await importTopic(await again(), id, topic);
    expect(made).toEqual({
      ...{ title: topic.title, comments: 11, replies: 5, likes: 12, tails: 2, known: 0 },
      problems: []
    });
    const thread = await commentsOf(id);
    expect(thread.map(({ createdAt }) => createdAt)).toEqual(
      topic.posts.map((post) => post.createdAt)
    );
    expect(
      thread.filter(({ parentId }) => parentId).map(({ parentId }) => numberIn(thread, parentId))
    ).toEqual(topic.posts.flatMap(({ replyTo }) => replyTo ?? []));
    expect(thread.filter(({ html }) => /:\w+:/.test(html))).toEqual([]);
    const heard = await readDocument(await again(), slug);
    const { inputs } = await listInputs(await again(), heard);
    expect(inputs.filter(({ late }) => late)).toEqual([]);
    expect(await importTopic(await again(), id, topic)).toMatchObject({
      known: 16,
      comments: 0
    });

    const { rewriteId } = await importRewrite(
      await again(),
      slug,
      { bytes: readFileSync(`${real}/nordsjaelland.md`), name: 'nordsjaelland.md' },
      { meeting: await meetingIn('Nordsjælland'), foreword: '', scope: ['Visionstekst'] }
    );
    expect(await changesOf(slug, rewriteId)).toEqual(goldChanges());
  }
);

const plan = {
  title: null,
  summary: '',
  level: 'national' as const,
  policyArea: 'Byen',
  regionId: null,
  audience: 'public' as const,
  proposers: [],
  involved: []
};

const paper = `Havnen er vores

Derfor

Havnen skal være åben for alle, som vil gå en tur og se på van-
det.
`;

const file = (name: string, content: string) => ({
  name,
  bytes: new TextEncoder().encode(content)
});

/** Ida, with the documents that she has begun by now. */
const again = () => contextAt(group, today);

async function draftOf(documentId: string) {
  const [found] = await forum.database.select().from(draft).where(eq(draft.documentId, documentId));
  return found!.markdown;
}

async function inHearing(title: string, markdown: string) {
  const { id, slug } = await beginDocument(group, { ...plan, title, markdown });
  await publishVersion(await again(), id, { note: '', revision: 1 });
  await openHearing(await again(), id, {
    ...{ opensAt: today, closesAt: new Date('2026-03-20T22:00:00Z') },
    ...{ reasonForShortPeriod: '', invited: [] }
  });
  return { id, slug };
}

const realHearing = () =>
  inHearing('Den virkelige høring', readFileSync(`${real}/vision.md`, 'utf8'));

const meetingIn = async (region: string) => ({
  regionId: await findOrMakeRegion(forum, region),
  heldOn: '2026-03-01',
  place: 'Biblioteket',
  attendance: 12,
  minutes: 'Vi talte om teksten.'
});

function kindsOf(blocks: readonly { kind: string }[]) {
  const kinds: Record<string, number> = {};
  for (const { kind } of blocks) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

const commentsOf = (documentId: string) =>
  forum.database
    .select()
    .from(comment)
    .where(eq(comment.documentId, documentId))
    .orderBy(asc(comment.createdAt));

const numberIn = (thread: { id: string }[], id: string | null) =>
  thread.findIndex((each) => each.id === id) + 1;

type Change = { old: number[]; new: number[]; relation: string };

/** The changes by the places of their paragraphs in the section and in the rewrite. */
async function changesOf(slug: string, rewriteId: string): Promise<Change[]> {
  const { id } = await readDocument(await again(), slug);
  const { blocks } = await readVersion(await again(), id);
  const start = blocks.findIndex(({ text }) => text === 'Visionstekst') + 1;
  const place = (blockId: string) => blocks.findIndex((each) => each.blockId === blockId) - start;
  const rows = await forum.database
    .select()
    .from(change)
    .where(eq(change.rewriteId, rewriteId))
    .orderBy(asc(change.position));
  return rows.map(({ blockIds, newPositions, relation }) => ({
    ...{ old: blockIds.map(place), new: newPositions, relation }
  }));
}

/** By hand; what the meeting says in brackets is its remark, and no change of the draft. */
function goldChanges(): Change[] {
  const { gold } = JSON.parse(readFileSync(`${real}/nordsjaelland.gold.json`, 'utf8'));
  const aside = 8;
  return (gold as Change[]).filter((row) => row.new[0] !== aside);
}
