import { and, eq, sql } from 'drizzle-orm';
import type {
  RegionChange,
  DebateBlock,
  DebateComment,
  ThreadList,
  Thread
} from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import { comment, like } from '../../database/tables/index.ts';
import { memoize } from '../../cache/memoize.ts';
import { readText, type Reading, type ReadingWish } from './reading.ts';

/** A reading of a document of 500 comments is some 2 MB. */
const remembered = memoize<Reading>({ entries: 30, bytes: 64 * 1024 * 1024 });

/**
 * The version with its debate as the viewer sees it. What all see alike is read once for each
 * `revision` of the document's activity; what is the viewer's own is put on top, in two queries.
 * Refuses as readText does. The document must be one that the viewer may read.
 */
export async function readTextAt(
  context: Context,
  document: { id: string; revision: number },
  wish: ReadingWish
): Promise<Reading> {
  const { database, viewer } = context;
  const { version, withDebate, place, commentId } = wish;
  const key = [document.id, document.revision, version, withDebate, place, commentId].join(' ');
  const everyones = () => readText({ ...context, viewer: null }, document.id, wish);
  const reading = (await remembered(database, key, everyones))!;
  return viewer && withDebate
    ? markOwn(reading, await readOwn(context, viewer, document.id))
    : reading;
}

/** The ids of what the viewer likes, and of what they have said here. */
type Own = { liked: Set<string>; said: Set<string> };

async function readOwn(
  { database }: Context,
  viewer: NonNullable<Context['viewer']>,
  documentId: string
): Promise<Own> {
  const [likes, comments] = await Promise.all([
    database
      .select({ id: sql<string>`coalesce(${like.commentId}, ${like.blockId}, ${like.changeId})` })
      .from(like)
      .where(eq(like.memberId, viewer.id)),
    database
      .select({ id: comment.id })
      .from(comment)
      .where(and(eq(comment.authorId, viewer.id), eq(comment.documentId, documentId)))
  ]);
  const ids = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id));
  return { liked: ids(likes), said: ids(comments) };
}

/** The reading with the viewer's marks; what holds none of them is the same object for everyone. */
function markOwn(reading: Reading, own: Own): Reading {
  if (own.liked.size === 0 && own.said.size === 0) return reading;
  return {
    ...reading,
    blocks: each(reading.blocks, (block) => markBlock(block, own)),
    whole: markTalk(reading.whole, own),
    gone: markTalk(reading.gone, own)
  };
}

function markBlock(block: DebateBlock, own: Own): DebateBlock {
  const talk = markTalk(block.threadList, own);
  const changes = each(block.changes, (change) => markChange(change, own));
  const liked = own.liked.has(block.blockId);
  const isEveryones = talk === block.threadList && changes === block.changes && !liked;
  return isEveryones ? block : { ...block, threadList: talk, changes, liked };
}

const markChange = (change: RegionChange, { liked }: Own): RegionChange =>
  liked.has(change.id) ? { ...change, liked: true } : change;

function markTalk(talk: ThreadList, own: Own): ThreadList {
  const shown = each(talk.shown, (thread) => markThread(thread, own));
  return shown === talk.shown ? talk : { ...talk, shown };
}

function markThread(thread: Thread, own: Own): Thread {
  const first = markSaid(thread.first, own);
  const replies = each(thread.replies, (reply) => markSaid(reply, own));
  const isEveryones = first === thread.first && replies === thread.replies;
  return isEveryones ? thread : { ...thread, first, replies };
}

function markSaid(said: DebateComment, own: Own): DebateComment {
  const [liked, isOwn] = [own.liked.has(said.id), own.said.has(said.id)];
  return liked || isOwn ? { ...said, liked, isOwn } : said;
}

/** The things as they become; the very same list where none becomes another. */
function each<Thing>(things: Thing[], become: (thing: Thing) => Thing): Thing[] {
  const marked = things.map(become);
  return marked.every((thing, at) => thing === things[at]) ? things : marked;
}
