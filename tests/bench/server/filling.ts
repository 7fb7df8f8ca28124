import { randomUUID } from 'node:crypto';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { OpenDatabase } from '#lib/server/database/open.ts';
import { comment, hearing, input, like, version } from '#lib/server/database/tables/index.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { eq } from 'drizzle-orm';
import { openDocumentHearing } from '../../support/hearings.ts';
import { makeMember } from '../../support/people.ts';
import { pickFrom, randomFrom, type Random } from '../../support/random.ts';
import { paragraph, sentence } from '../texts.ts';

/** A document in hearing with `size` inputs. */
export type Filled = { slug: string; size: number; commentIds: string[] };

/** The documents, and the session cookie of each member. */
export type Filling = { documents: Filled[]; logins: string[] };

const paragraphs = 150;
const people = 20;
/** The number of inputs of each made-up hearing. */
const defaultSizes = [27, 500, 5000];

/** Writes a made-up hearing of each size into a migrated database, and logs its members in. */
export async function fill(open: OpenDatabase, sizes = defaultSizes): Promise<Filling> {
  const random = randomFrom(20261122);
  const now = new Date();
  const forum = {
    ...open,
    configuration: {
      ...{ databaseUrl: null, dataDirectory: '', migrationsDirectory: 'drizzle' },
      ...{ minHearingDays: 14, demo: false, limits: 0 }
    }
  };
  const members: Context[] = [];
  for (let nth = 1; nth <= people; nth++)
    members.push(await makeMember(forum, `Medlem ${nth}`, {}, now));
  const documents: Filled[] = [];
  for (const size of sizes) {
    const beginner = await makeMember(forum, `Ordfører ${size}`, {}, now);
    documents.push(await fillDocument(beginner, members, size, random));
  }
  const sessions = sessionsOf(open.database);
  const logins = await Promise.all(
    members.map(async ({ viewer }) => {
      const { value } = await sessions.begin(viewer!.id);
      return `session=${value}`;
    })
  );
  return { documents, logins };
}

async function fillDocument(
  beginner: Context,
  members: Context[],
  size: number,
  random: Random
): Promise<Filled> {
  const text = Array.from({ length: paragraphs }, (_, nth) =>
    nth % 10 === 0 ? `## ${sentence(random, 4)}\n\n${paragraph(random)}` : paragraph(random)
  );
  const held = await openDocumentHearing(beginner, text.join('\n\n'), { title: `Havnen ${size}` });
  const { blocks } = await readVersion(beginner, held.id);
  const [found] = await beginner.database
    .select({ hearingId: hearing.id, versionId: version.id })
    .from(hearing)
    .innerJoin(version, eq(version.id, hearing.versionId))
    .where(eq(hearing.documentId, held.id));
  const commentIds: string[] = [];
  const rows = Array.from({ length: size }, (_, nth) => {
    const author = pickFrom(random, members).viewer!;
    const markdown = paragraph(random);
    const id = randomUUID();
    const parentId = nth % 3 === 2 ? pickFrom(random, commentIds.slice(0, nth)) : null;
    commentIds.push(id);
    return {
      ...{ id, documentId: held.id, ...found!, parentId, markdown, html: `<p>${markdown}</p>` },
      ...{
        blockId: pickFrom(random, blocks).blockId,
        authorId: author.id,
        authorName: 'Et medlem'
      },
      createdAt: new Date(beginner.now.getTime() + nth)
    };
  });
  await write(beginner, rows);
  return { slug: held.slug, size, commentIds };
}

type Row = typeof comment.$inferInsert & { id: string; documentId: string };

/** Rows per statement: PostgreSQL allows 65,535 parameters. */
const batchSize = 500;

async function write({ database, viewer, now }: Context, rows: Row[]) {
  let number = 0;
  for (let from = 0; from < rows.length; from += batchSize) {
    const some = rows.slice(from, from + batchSize);
    await database.insert(comment).values(some);
    const inputs = some
      .filter(({ parentId }) => !parentId)
      .map(({ id, documentId }) => ({
        ...{ documentId, commentId: id, kind: 'comment' as const },
        ...{ round: 1, number: ++number, createdAt: now }
      }));
    if (inputs.length > 0) await database.insert(input).values(inputs);
    const likes = some.map(({ id }) => ({ commentId: id, memberId: viewer!.id, at: now }));
    await database.insert(like).values(likes);
  }
}
