import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { cleanName } from '#lib/domain/name.ts';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { inPortions, isOneOf } from '../../database/portions.ts';
import { comment, hearing } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { findHearing } from '../../access/documents.ts';
import {
  readDiscourseTopic,
  type DiscoursePost,
  type DiscourseTopic
} from '../../formats/discourse.ts';
import type { DiscourseProblem } from '../../formats/discourse-problems.ts';
import { enterInputs } from '../../hearing/inputs/numbering.ts';
import { reading } from '../../formats/refusals.ts';

/** What an import made, and what it could not take as it stood. */
export type TopicImport = {
  title: string;
  /** Of what is new: top-level comments, each an input; replies; likes; folded tails of e-mails. */
  comments: number;
  replies: number;
  likes: number;
  tails: number;
  /** Posts that an earlier import has brought. */
  known: number;
  problems: readonly DiscourseProblem[];
};

/** Reads a topic's JSON. Refuses a file that is none, by name. */
export const readTopic = (bytes: Uint8Array): DiscourseTopic =>
  reading(() => readDiscourseTopic(bytes));

/**
 * Takes a Discourse topic in as input of the document's hearing, open or closed: in its order, with
 * authors by name, times, answers to one another, likes, and tails of e-mails folded away. A post
 * that is there already is left alone. Refuses where there is no hearing, or it is submitted.
 */
export async function importDiscourseTopic(
  context: Context,
  documentId: string,
  { title, posts, problems }: DiscourseTopic
): Promise<TopicImport> {
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const heard = await findHearing(inside, held);
    const isReceiving = held.state === 'hearing' || held.state === 'processing';
    if (!heard || !isReceiving) throw new Refusal('importNeedsHearing');
    const ids = await idsOf(inside, documentId, posts);
    const fresh = posts.filter(({ externalId }) => !ids.has(externalId));
    for (const { externalId } of fresh) ids.set(externalId, randomUUID());
    await insertComments(inside, heard, fresh, parentsIn(posts, ids));
    const opening = fresh.filter(({ replyTo }) => replyTo === null);
    await enterInputs(
      inside,
      held,
      opening.map(({ externalId, createdAt }) => ({
        kind: 'comment',
        commentId: ids.get(externalId)!,
        createdAt,
        late: createdAt >= (heard.closedAt ?? heard.closesAt)
      }))
    );
    return {
      title,
      comments: opening.length,
      replies: fresh.length - opening.length,
      likes: fresh.reduce((sum, { likes }) => sum + likes, 0),
      tails: fresh.filter(({ tail }) => tail !== null).length,
      known: posts.length - fresh.length,
      problems
    };
  });
}

/** The ids of the posts' comments by the posts' own: of those that an earlier import has brought. */
async function idsOf(
  { database }: Context,
  documentId: string,
  posts: readonly DiscoursePost[]
): Promise<Map<string, string>> {
  const sources = posts.map(({ externalId }) => externalId);
  const known = await database
    .select({ source: comment.source, id: comment.id })
    .from(comment)
    .where(and(eq(comment.documentId, documentId), isOneOf(comment.source, sources)));
  return new Map(known.map(({ source, id }) => [source!, id]));
}

type Row = typeof comment.$inferInsert;

/** A post's own id and its parent's, by the post's number. */
function parentsIn(posts: readonly DiscoursePost[], ids: Map<string, string>) {
  const byNumber = new Map(posts.map(({ number, externalId }) => [number, ids.get(externalId)!]));
  return ({ number, replyTo }: DiscoursePost): Pick<Row, 'id' | 'parentId'> => ({
    id: byNumber.get(number)!,
    parentId: replyTo === null ? null : byNumber.get(replyTo)!
  });
}

async function insertComments(
  { database }: Context,
  { id: hearingId, versionId, documentId }: typeof hearing.$inferSelect,
  posts: readonly DiscoursePost[],
  family: (post: DiscoursePost) => Pick<Row, 'id' | 'parentId'>
) {
  const rows = posts.map((post) => ({
    ...family(post),
    ...{ documentId, hearingId, versionId },
    authorName: cleanName(post.author.name) || '–',
    markdown: post.markdown,
    html: renderMarkdown(post.markdown),
    tail: post.tail ?? '',
    importedLikes: post.likes,
    source: post.externalId,
    createdAt: post.createdAt
  }));
  await inPortions(rows, (portion) => database.insert(comment).values(portion));
}
