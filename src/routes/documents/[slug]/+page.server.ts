import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { commentForm, postComment } from '#lib/server/commands/debate/post-comment.ts';
import { replyForm, replyTo } from '#lib/server/commands/debate/reply.ts';
import { editComment, editForm } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment, withdrawForm } from '#lib/server/commands/debate/withdraw-comment.ts';
import { addLike, likeForm, removeLike } from '#lib/server/commands/debate/like.ts';
import { type Likeable } from '#lib/domain/hearing/debate.ts';
import { listDebate } from '#lib/server/queries/debate/debate-list.ts';
import {
  readOwnComment,
  quoteComment,
  readReadingPage
} from '#lib/server/queries/debate/reading-page.ts';

import { readIdeas } from '#lib/server/queries/debate/text-with-debate.ts';
import { listOwnWishes } from '#lib/server/queries/debate/withdrawal-wishes.ts';
import { takeBackForm, takeWishBack } from '#lib/server/commands/debate/take-wish-back.ts';
import { wishForm, wishWithdrawal } from '#lib/server/commands/debate/wish-withdrawal.ts';
import { documentAt } from '#lib/server/access/documents.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { Actions, PageServerLoad } from './$types';
import { queryFrom, readView, type View } from './view.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { head, revision } = await parent();
  const view = readView(url.searchParams);
  const { context } = locals;
  const formKey = randomUUID();
  const own = await show(ownOf(context, view));
  const hasText = head.versions.length > 0;
  const list =
    view.sort === 'place' ? null : await show(listDebate(context, head.id, view.sort, view.after));
  const wish = { ...view, version: view.version };
  return {
    view,
    formKey,
    own,
    wishes: await listOwnWishes(context, head.id),
    quoted: await show(quotedOf(context, head.id, view)),
    list,
    reading:
      hasText && !list
        ? await show(readReadingPage(context, { id: head.id, revision }, wish))
        : null,
    ideas: hasText || list ? null : await show(readIdeas(context, head.id, wish))
  };
};

/** Returns the viewer's own comment that is being edited, or null. */
async function ownOf(context: Context, { openForm }: View) {
  if (!context.viewer || openForm?.verb !== 'edit') return null;
  const own = await readOwnComment(context, openForm.commentId);
  return { ...own, made: madeFrom(fieldsOf(own)) };
}

type Own = Awaited<ReturnType<typeof readOwnComment>>;

const fieldsOf = ({ revision, markdown, wording }: Own): Saved => ({
  revision,
  fields: { markdown, ...(wording === null ? {} : { wording }) }
});

const savedOwn: ReadSaved = async (context, { comment }) =>
  fieldsOf(await readOwnComment(context, comment));

/** Returns the quotation that a reply begins with, or null. */
const quotedOf = async (context: Context, documentId: string, { openForm }: View) =>
  context.viewer && openForm?.verb === 'reply' && openForm.quotes
    ? quoteComment(context, documentId, openForm.commentId, openForm.quotes.words)
    : null;

export const actions: Actions = {
  comment: (event) =>
    act(event, 'comment', commentForm, async (context, comment) => {
      const commentId = await postComment(context, documentAt(event.params.slug), comment);
      setFlash(event, { kind: 'success', text: m.debate_posted() });
      redirect(303, addressOf(event, commentId));
    }),

  reply: (event) =>
    act(event, 'reply', replyForm, async (context, { comment, ...reply }) => {
      const commentId = await replyTo(context, comment, reply);
      setFlash(event, { kind: 'success', text: m.debate_replied() });
      redirect(303, addressOf(event, commentId));
    }),

  edit: (event) =>
    actOnSaved(event, 'edit', editForm, savedOwn, async (context, { comment, ...rewording }) => {
      await editComment(context, comment, rewording);
      setFlash(event, { kind: 'success', text: m.debate_edited() });
      redirect(303, addressOf(event, comment));
    }),

  withdraw: (event) =>
    act(event, 'withdraw', withdrawForm, async (context, { comment }) => {
      await withdrawComment(context, comment);
      setFlash(event, { kind: 'success', text: m.debate_withdrawn_done() });
      redirect(303, event.url.pathname + queryFrom(event.url.searchParams) + '#tekst');
    }),

  wish: (event) =>
    act(event, 'wish', wishForm, async (context, { comment, reason }) => {
      await wishWithdrawal(context, comment, reason);
      setFlash(event, { kind: 'success', text: m.withdrawal_sent() });
      redirect(303, addressOf(event, comment));
    }),

  unwish: (event) =>
    act(event, 'unwish', takeBackForm, async (context, { comment }) => {
      await takeWishBack(context, comment);
      setFlash(event, { kind: 'success', text: m.withdrawal_taken_back() });
      redirect(303, addressOf(event, comment));
    }),

  like: (event) =>
    act(event, 'like', likeForm, async (context, { give, take }) => {
      const thing = give ?? take;
      if (thing) await (give ? addLike : removeLike)(context, thing);
      const { pathname, searchParams } = event.url;
      redirect(303, pathname + queryFrom(searchParams) + (thing ? anchorOf(thing) : ''));
    })
};

/** Returns the permanent address of the comment, in the view of the request. */
const addressOf = ({ url }: RequestEvent, commentId: string) =>
  `${url.pathname}${queryFrom(url.searchParams, { comment: commentId })}#kommentar-${commentId}`;

/** Returns the fragment that leads to the comment, the change or the block. */
function anchorOf(thing: Likeable): string {
  if ('commentId' in thing) return `#kommentar-${thing.commentId}`;
  return 'changeId' in thing ? `#aendring-${thing.changeId}` : `#blok-${thing.blockId}`;
}
