import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describeDocument,
  describeDocuments
} from '#lib/server/queries/documents/documents-api.ts';
import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import { wholeNumberOf } from '#lib/server/http/search-params.ts';
import type { Context } from '#lib/server/access/context.ts';
import { comment, concealment, member } from '#lib/server/database/tables/index.ts';
import { findViewer } from '#lib/server/access/viewer.ts';
import { loadDemo } from '../../demo/load.ts';
import { demoPassword } from '../../demo/logins.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
let anyone: Context;
let medlem: Context;
let group: Context;
beforeAll(async () => {
  forum = await openTestDatabase();
  await loadDemo(forum, today, demoPassword);
  anyone = publicReader(forum);
  medlem = await as('medlem@example.org');
  group = await as('arbejdsgruppe@example.org');
}, 180_000);
afterAll(() => forum.close());

test('the forum’s feed has the public documents, and for a member those for members too', async () => {
  const slugs = async (context: Context) =>
    (await describeDocuments(context)).documents.map(({ slug }) => slug);
  expect(await slugs(anyone)).toContain('kendte-ansigter');
  expect(await slugs(anyone)).not.toContain('faergen-er-en-vej');
  expect(await slugs(medlem)).toContain('faergen-er-en-vej');
});

test('a document is given with the text in hearing, its paragraphs numbered as people say them', async () => {
  const { state, version, versions, blocks } = await describeDocument(anyone, 'doeren-staar-aaben');
  expect({ state, version }).toEqual({ state: 'hearing', version: 2 });
  expect(versions.map(({ number }) => number)).toEqual([1, 2]);
  const numbers = blocks.flatMap(({ number }) => number ?? []);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(blocks.every(({ kind, number }) => (kind === 'heading') === (number === null))).toBe(true);
  const first = await describeDocument(anyone, 'doeren-staar-aaben', 1);
  expect(first.version).toBe(1);
  expect(blocks.some(({ id }) => first.blocks.some((block) => block.id === id))).toBe(true);
});

test('what may not be read is not there', async () => {
  const refused = { refused: 'notFound' };
  await expect(describeDocument(anyone, 'faergen-er-en-vej')).rejects.toMatchObject(refused);
  await expect(describeDocument(anyone, 'findes-ikke')).rejects.toMatchObject(refused);
  await expect(describeDocument(anyone, 'kendte-ansigter', 9)).rejects.toMatchObject(refused);
  const inputs = describeInputs(anyone, 'faergen-er-en-vej', { cursor: 0, limit: 5 });
  await expect(inputs).rejects.toMatchObject(refused);
});

test('inputs come page by page, each once, in the order of their numbers', async () => {
  const pages: number[][] = [];
  let cursor: number | null = 0;
  while (cursor !== null) {
    const page: Page = await describeInputs(anyone, 'doeren-staar-aaben', { cursor, limit: 7 });
    pages.push(page.inputs.map(({ number }) => number));
    cursor = page.next;
  }
  const numbers = pages.flat();
  expect(pages.slice(0, -1).every((page) => page.length === 7)).toBe(true);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  expect(numbers.length).toBeGreaterThan(50);
});

test('published answers are told to all, unpublished ones to the working group alone', async () => {
  const answered = async (context: Context, slug: string) =>
    (await describeInputs(context, slug, { cursor: 0, limit: 200 })).inputs.filter(
      ({ disposition }) => disposition
    ).length;
  expect(await answered(anyone, 'plads-til-at-blive')).toBe(17);
  expect(await answered(anyone, 'kendte-ansigter')).toBe(0);
  expect(await answered(medlem, 'kendte-ansigter')).toBe(0);
  expect(await answered(group, 'kendte-ansigter')).toBe(6);
});

test('hidden words are absent, to the working group too', async () => {
  const { inputs } = await describeInputs(anyone, 'kendte-ansigter', { cursor: 0, limit: 200 });
  const input = inputs.find(({ kind, text }) => kind === 'comment' && text)!;
  const [row] = await forum.database
    .select()
    .from(comment)
    .where(eq(comment.markdown, input.text!));
  const reason = 'Navngiver en borger.';
  await forum.database
    .insert(concealment)
    .values({ commentId: row!.id, reason, hiddenBy: group.viewer!.id, hiddenAt: today });
  for (const context of [anyone, group]) {
    const again = await describeInputs(context, 'kendte-ansigter', { cursor: 0, limit: 200 });
    const { text, quote, hidden } = again.inputs.find(({ number }) => number === input.number)!;
    expect({ text, quote, hidden }).toEqual({ text: null, quote: null, hidden: reason });
    expect(JSON.stringify(again)).not.toContain(input.text!.slice(0, 40));
  }
});

test.each(['-1', '0x10', '1e9', 'x', '201'])('a limit of %s is refused by its name', (given) => {
  const read = () =>
    wholeNumberOf(new URLSearchParams({ limit: given }), 'limit', { min: 1, max: 200 });
  expect(read).toThrow(
    expect.objectContaining({ refused: 'queryInvalid', facts: { name: 'limit' } })
  );
});

type Page = Awaited<ReturnType<typeof describeInputs>>;

async function as(email: string): Promise<Context> {
  const [found] = await forum.database
    .select({ id: member.id })
    .from(member)
    .where(eq(member.email, email));
  return { ...anyone, viewer: await findViewer(forum.database, found!.id) };
}
