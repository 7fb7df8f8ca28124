import { randomUUID } from 'node:crypto';
import { postComment, replyTo } from '../commands/debate/post-comment.ts';
import { editComment, withdrawComment } from '../commands/debate/edit-comment.ts';
import { giveLike } from '../commands/debate/likes.ts';
import { type Likeable } from '#lib/domain/hearing/like.ts';
import type { DemoComment, DemoSaid } from './content/index.ts';
import { momentOfLike, type Happening } from './happening.ts';
import { placeOf, type Story } from './story.ts';

/** Where people debate: the version in hearing, null in a call for input, and until when. */
export type Debate = { version: number | null; until: Date };

/** A comment is posted, answered, liked, reworded and taken back. */
export function commented(story: Story, debate: Debate, comment: DemoComment): Happening[] {
  let commentId = '';
  const { kind, wording = null, key, on } = comment;
  const posted: Happening = {
    at: story.calendar.momentOf(comment.at),
    by: comment.author,
    async happen(context) {
      const place = debate.version === null ? noPlace : placeOf(story, debate.version, on);
      const words = { kind, wording, markdown: firstWords(comment), formKey: randomUUID() };
      commentId = await postComment(context, story.documentId, { ...words, ...place });
      story.inputs.set(key, { commentId });
    }
  };
  return [posted, ...aftermath(story, debate, comment, () => commentId)];
}

const noPlace = { blockId: null, quote: null };

const firstWords = ({ edited, body }: DemoSaid) => edited?.before ?? body;

function replied(
  story: Story,
  debate: Debate,
  reply: DemoSaid,
  parentId: () => string
): Happening[] {
  let replyId = '';
  const posted: Happening = {
    at: story.calendar.momentOf(reply.at),
    by: reply.author,
    async happen(context) {
      const words = { markdown: firstWords(reply), formKey: randomUUID() };
      replyId = await replyTo(context, parentId(), words);
    }
  };
  return [posted, ...aftermath(story, debate, reply, () => replyId)];
}

function aftermath(
  story: Story,
  debate: Debate,
  { author, at, body, edited, withdrawn, likes = [], replies = [] }: DemoSaid,
  commentId: () => string
): Happening[] {
  const { momentOf } = story.calendar;
  const happenings = [
    ...liked(likes, momentOf(at), debate.until, () => ({ commentId: commentId() })),
    ...replies.flatMap((reply) => replied(story, debate, reply, commentId))
  ];
  if (edited)
    happenings.push({
      at: momentOf(edited.at),
      by: author,
      happen: (context) => editComment(context, commentId(), { markdown: body, revision: 1 })
    });
  if (withdrawn)
    happenings.push({
      at: momentOf(withdrawn),
      by: author,
      happen: (context) => withdrawComment(context, commentId())
    });
  return happenings;
}

/** People like a thing, one after another. */
export const liked = (
  likes: readonly string[],
  said: Date,
  until: Date,
  thing: () => Likeable
): Happening[] =>
  likes.map((by, nth) => ({
    at: momentOfLike(said, nth, until),
    by,
    happen: (context) => giveLike(context, thing())
  }));
