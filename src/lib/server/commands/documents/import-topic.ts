import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { type DocumentId, findHearing } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { inBatches, isOneOf } from '../../database/batches.ts';
import { comment, hearing } from '../../database/tables/index.ts';
import type { DiscourseProblem } from '../../formats/discourse/problems.ts';
import {
  readDiscourseTopic,
  type DiscoursePost,
  type DiscourseTopic
} from '../../formats/discourse/topic.ts';
import { refuseBadFile } from '../../formats/files/file-errors.ts';
import { enterInputs } from '../enter-inputs.ts';

/** The fields that the forms for importing share. */
export const importFields = { file: v.optional(v.file()), pasted: v.optional(v.string(), '') };

export const topicForm = v.object(importFields);

/** How much an import has added, and what of the topic it could not read. */
export type TopicImport = {
  title: string;
  /** The counts of new posts: first comments, each an input; replies; likes; folded ends of e-mails. */
  comments: number;
  replies: number;
  likes: number;
  tails: number;
  /** Posts that were imported before. */
  known: number;
  problems: readonly DiscourseProblem[];
};

/** Reads the JSON of a topic. Throws the Refusal of what is wrong with the file. */
export const readTopic = (bytes: Uint8Array): DiscourseTopic =>
  refuseBadFile(() => readDiscourseTopic(bytes));

/**
 * Imports a Discourse topic as input to the document's hearing, open or closed: in its order, with
 * the authors' names, times, replies, likes, and the ends of e-mails folded away. Posts that were
 * imported before are skipped. Throws Refusal('importNeedsHearing') if there is no hearing, or if
 * the document has been submitted.
 */
export async function importTopic(
  context: Context,
  documentId: DocumentId,
  { title, posts, problems }: DiscourseTopic
): Promise<TopicImport> {
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const found = await findHearing(inside, locked);
    const isReceiving = locked.state === 'hearing' || locked.state === 'processing';
    if (!found || !isReceiving) throw new Refusal('importNeedsHearing');
    const ids = await listImported(inside, locked.id, posts);
    const added = posts.filter(({ externalId }) => !ids.has(externalId));
    for (const { externalId } of added) ids.set(externalId, randomUUID());
    await insertComments(inside, found, added, idsOf(posts, ids));
    const first = added.filter(({ replyTo }) => replyTo === null);
    await enterComments(inside, locked, first, { ids, closedAt: found.closedAt ?? found.closesAt });
    return {
      title,
      comments: first.length,
      replies: added.length - first.length,
      likes: added.reduce((sum, { likes }) => sum + likes, 0),
      tails: added.filter(({ tail }) => tail !== null).length,
      known: posts.length - added.length,
      problems
    };
  });
}

/** Returns the ids of the comments that were imported before, by the ids of their posts. */
async function listImported(
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

type CommentIds = Pick<typeof comment.$inferInsert, 'id' | 'parentId'>;

/** Returns a function from a post to the ids of its comment and of the comment that it replies to. */
function idsOf(posts: readonly DiscoursePost[], ids: ReadonlyMap<string, string>) {
  const byNumber = new Map(posts.map(({ number, externalId }) => [number, ids.get(externalId)!]));
  return ({ number, replyTo }: DiscoursePost): CommentIds => ({
    id: byNumber.get(number)!,
    parentId: replyTo === null ? null : byNumber.get(replyTo)!
  });
}

async function insertComments(
  { database }: Context,
  { id: hearingId, versionId, documentId }: typeof hearing.$inferSelect,
  posts: readonly DiscoursePost[],
  idsOfPost: (post: DiscoursePost) => CommentIds
) {
  const rows = posts.map((post) => ({
    ...idsOfPost(post),
    ...{ documentId, hearingId, versionId },
    authorName: cleanName(post.author.name) || '–',
    markdown: post.markdown,
    html: renderMarkdown(post.markdown),
    tail: post.tail ?? '',
    importedLikes: post.likes,
    source: post.externalId,
    createdAt: post.createdAt
  }));
  await inBatches(rows, (portion) => database.insert(comment).values(portion));
}

async function enterComments(
  context: Context,
  locked: LockedDocument,
  posts: readonly DiscoursePost[],
  { ids, closedAt }: { ids: ReadonlyMap<string, string>; closedAt: Date }
) {
  const inputs = posts.map(({ externalId, createdAt }) => ({
    kind: 'comment' as const,
    commentId: ids.get(externalId)!,
    createdAt,
    late: createdAt >= closedAt
  }));
  await enterInputs(context, locked, inputs);
}
