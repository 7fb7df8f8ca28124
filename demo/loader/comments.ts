import { randomUUID } from 'node:crypto';
import type { Likeable } from '#lib/domain/hearing/debate.ts';
import { addLike } from '#lib/server/commands/debate/like.ts';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';
import { replyTo } from '#lib/server/commands/debate/reply.ts';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import type { DemoComment, DemoPost } from '../reader/comments.ts';
import type { Action } from './action.ts';
import { locate, type Progress } from './progress.ts';

/** The version that is debated, or null in a call for input, and when the debate ends. */
export type Debate = { version: number | null; until: Date };

/** Returns the posting of the comment, its edit and withdrawal, its likes and its replies. */
export function commentActions(progress: Progress, debate: Debate, comment: DemoComment): Action[] {
  let commentId = '';
  const { kind, wording = null, key, on } = comment;
  const posting: Action = {
    at: progress.calendar.dateOf(comment.at),
    by: comment.author,
    async run(context) {
      const place = debate.version === null ? noPlace : locate(progress, debate.version, on);
      const written = { kind, wording, markdown: firstBody(comment), formKey: randomUUID() };
      commentId = await postComment(context, progress.documentId, { ...written, ...place });
      progress.sources.set(key, { commentId });
    }
  };
  return [posting, ...laterActions(progress, debate, comment, () => commentId)];
}

const noPlace = { blockId: null, passage: null };

const firstBody = ({ edited, body }: DemoPost) => edited?.before ?? body;

/** Returns what happens to a posted comment or reply. */
function laterActions(
  progress: Progress,
  debate: Debate,
  post: DemoPost,
  commentId: () => string
): Action[] {
  const { dateOf } = progress.calendar;
  const { author: by, at, body, edited, withdrawn, likes = [], replies = [] } = post;
  const actions = [
    ...likeActions(likes, dateOf(at), debate.until, () => ({ commentId: commentId() })),
    ...replies.flatMap((reply) => replyActions(progress, debate, reply, commentId))
  ];
  if (edited) {
    const words = { markdown: body, revision: 1 };
    const edit: Action['run'] = (context) => editComment(context, commentId(), words);
    actions.push({ at: dateOf(edited.at), by, run: edit });
  }
  if (withdrawn) {
    const withdraw: Action['run'] = (context) => withdrawComment(context, commentId());
    actions.push({ at: dateOf(withdrawn), by, run: withdraw });
  }
  return actions;
}

/** The time from one like to the next. */
const betweenLikes = 23 * 60_000;

/** Returns a like by each of the members, one after another; the last a minute before `until`. */
export const likeActions = (
  likes: readonly string[],
  posted: Date,
  until: Date,
  target: () => Likeable
): Action[] =>
  likes.map((by, index) => ({
    at: new Date(Math.min(posted.getTime() + (index + 1) * betweenLikes, until.getTime() - 60_000)),
    by,
    run: (context) => addLike(context, target())
  }));

function replyActions(
  progress: Progress,
  debate: Debate,
  reply: DemoPost,
  parentId: () => string
): Action[] {
  let replyId = '';
  const posting: Action = {
    at: progress.calendar.dateOf(reply.at),
    by: reply.author,
    async run(context) {
      const written = { markdown: firstBody(reply), formKey: randomUUID() };
      replyId = await replyTo(context, parentId(), written);
    }
  };
  return [posting, ...laterActions(progress, debate, reply, () => replyId)];
}
