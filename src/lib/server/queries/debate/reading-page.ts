import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type {
  RegionChange,
  DebateBlock,
  DebateComment,
  ThreadList,
  Thread
} from '#lib/domain/hearing/debate.ts';
import { shortenComment, shortenWords, writeQuotation } from '#lib/domain/hearing/quotation.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { memoize } from '../../cache/memoize.ts';
import {
  comment,
  commentVoice,
  like,
  meeting,
  region,
  standingComment
} from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { readTextWithDebate, type TextAsked, type TextWithDebate } from './text-with-debate.ts';

/** A text with a debate of 500 comments takes about 2 MB. */
const cached = memoize<TextWithDebate>({ entries: 30, bytes: 64 * 1024 * 1024 });

/**
 * Returns a version with its debate as the viewer sees it. What is the same for every viewer is read
 * once for each `revision` of the document's activity; the viewer's own likes and comments are
 * marked on it, in two queries. The viewer must be one who may read the document. Throws as
 * readTextWithDebate does.
 */
export async function readReadingPage(
  context: Context,
  document: { id: string; revision: number },
  asked: TextAsked
): Promise<TextWithDebate> {
  const { database, viewer } = context;
  const { version, withDebate, place, commentId } = asked;
  const key = [document.id, document.revision, version, withDebate, place, commentId].join(' ');
  const readForAll = () => readTextWithDebate({ ...context, viewer: null }, document.id, asked);
  const text = (await cached(database, key, readForAll))!;
  return viewer && withDebate
    ? markOwn(text, await readOwnIds(context, viewer, document.id))
    : text;
}

/** The ids of what the viewer likes, and of the comments that the viewer wrote. */
type OwnIds = { liked: Set<string>; written: Set<string> };

async function readOwnIds(
  { database }: Context,
  viewer: NonNullable<Context['viewer']>,
  documentId: string
): Promise<OwnIds> {
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
  return { liked: ids(likes), written: ids(comments) };
}

/**
 * Returns the text with the viewer's marks. It is cached for all viewers, so nothing is changed in
 * place; a part without marks is the same object as before.
 */
function markOwn(text: TextWithDebate, own: OwnIds): TextWithDebate {
  if (own.liked.size === 0 && own.written.size === 0) return text;
  return {
    ...text,
    blocks: mapChanged(text.blocks, (block) => markBlock(block, own)),
    whole: markThreadList(text.whole, own),
    gone: markThreadList(text.gone, own)
  };
}

function markBlock(block: DebateBlock, own: OwnIds): DebateBlock {
  const threadList = markThreadList(block.threadList, own);
  const changes = mapChanged(block.changes, (change) => markChange(change, own));
  const liked = own.liked.has(block.blockId);
  const isSame = threadList === block.threadList && changes === block.changes && !liked;
  return isSame ? block : { ...block, threadList, changes, liked };
}

const markChange = (change: RegionChange, { liked }: OwnIds): RegionChange =>
  liked.has(change.id) ? { ...change, liked: true } : change;

function markThreadList(threadList: ThreadList, own: OwnIds): ThreadList {
  const shown = mapChanged(threadList.shown, (thread) => markThread(thread, own));
  return shown === threadList.shown ? threadList : { ...threadList, shown };
}

function markThread(thread: Thread, own: OwnIds): Thread {
  const first = markComment(thread.first, own);
  const replies = mapChanged(thread.replies, (reply) => markComment(reply, own));
  const isSame = first === thread.first && replies === thread.replies;
  return isSame ? thread : { ...thread, first, replies };
}

function markComment(comment: DebateComment, own: OwnIds): DebateComment {
  const [liked, isOwn] = [own.liked.has(comment.id), own.written.has(comment.id)];
  return liked || isOwn ? { ...comment, liked, isOwn } : comment;
}

/** Returns what `map` makes of each item; the same array if it returns every item unchanged. */
function mapChanged<Item>(items: Item[], map: (item: Item) => Item): Item[] {
  const mapped = items.map(map);
  return mapped.every((item, at) => item === items[at]) ? items : mapped;
}

/**
 * Returns a comment of the current member as it was typed, to be edited. Throws
 * Refusal('notLoggedIn'), and Refusal('notFound') if it is hidden, withdrawn or another's, or if
 * `commentId` is no id.
 */
export async function readOwnComment(context: Context, commentId: unknown) {
  const { database, viewer } = asMember(context);
  if (!v.is(uuid, commentId)) throw new Refusal('notFound');
  const [own] = await database
    .select({
      id: standingComment.id,
      kind: standingComment.kind,
      markdown: standingComment.markdown,
      wording: standingComment.wording,
      revision: standingComment.revision
    })
    .from(standingComment)
    .where(and(eq(standingComment.id, commentId), eq(standingComment.authorId, viewer.id)));
  if (!own) throw new Refusal('notFound');
  return own;
}

/**
 * Returns the Markdown that a reply quoting the comment begins with: the `words` marked in it, or its
 * own if they are empty, under a link with the name of its author or region. Throws
 * Refusal('notFound') if the comment is hidden or withdrawn.
 */
export async function quoteComment(
  { database }: Context,
  documentId: string,
  commentId: string,
  words: string
): Promise<string> {
  const [found] = await database
    .select({
      name: sql<string>`coalesce(${region.name}, ${standingComment.authorName})`,
      markdown: standingComment.markdown
    })
    .from(standingComment)
    .leftJoin(commentVoice, eq(commentVoice.commentId, standingComment.id))
    .leftJoin(meeting, eq(meeting.id, commentVoice.meetingId))
    .leftJoin(region, eq(region.id, meeting.regionId))
    .where(and(eq(standingComment.id, commentId), eq(standingComment.documentId, documentId)));
  if (!found) throw new Refusal('notFound');
  const { name, markdown } = found;
  const quoted = words.trim() ? shortenWords(words) : shortenComment(markdown);
  return `${writeQuotation(name, quoted, `/comments/${commentId}`)}\n\n`;
}
