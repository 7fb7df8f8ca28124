import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { readsAlike } from '#lib/domain/document/visible.ts';
import { longestComment } from '#lib/domain/hearing/comment.ts';
import { longestWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import { commentKinds } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { postComment, replyTo } from '#lib/server/commands/debate/post-comment.ts';
import { editComment, withdrawComment } from '#lib/server/commands/debate/edit-comment.ts';
import { giveLike, takeLikeBack } from '#lib/server/commands/debate/likes.ts';
import { type Likeable } from '#lib/domain/hearing/like.ts';
import { listDebate } from '#lib/server/queries/debate/list.ts';
import { readOwnComment } from '#lib/server/queries/debate/own.ts';
import { quoteComment } from '#lib/server/queries/debate/quoted.ts';
import { quoteIn } from '#lib/server/queries/debate/quoting.ts';
import { readTextAt } from '#lib/server/queries/debate/personal.ts';
import { readIdeas } from '#lib/server/queries/debate/reading.ts';
import { listOwnWishes } from '#lib/server/queries/debate/wishes.ts';
import { takeWishBack, wishWithdrawal } from '#lib/server/commands/debate/wishes.ts';
import { documentAt } from '#lib/server/access/documents.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { asMember, type Context } from '#lib/server/access/context.ts';
import { uuid, markdown, requiredMarkdown, text, wholeNumber } from '#lib/server/formats/fields.ts';
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
      hasText && !list ? await show(readTextAt(context, { id: head.id, revision }, wish)) : null,
    ideas: hasText || list ? null : await show(readIdeas(context, head.id, wish))
  };
};

/** One's own words, where they are being edited. */
async function ownOf(context: Context, { writing }: View) {
  const own = writing?.verb === 'edit' ? await readOwnComment(context, writing.commentId) : null;
  return own && { ...own, made: madeFrom(fieldsOf(own)) };
}

type Own = NonNullable<Awaited<ReturnType<typeof readOwnComment>>>;

const fieldsOf = ({ revision, markdown, wording }: Own): Saved => ({
  revision,
  fields: { markdown, ...(wording === null ? {} : { wording }) }
});

const savedOwn: ReadSaved = async (context, { comment }) => {
  const isNamed = v.is(uuid, comment);
  const own = isNamed ? await readOwnComment(asMember(context), comment) : null;
  if (!own) throw new Refusal('notFound');
  return fieldsOf(own);
};

/** What a reply begins with, where it quotes what it answers. */
const quotedOf = async (context: Context, documentId: string, { writing }: View) =>
  context.viewer && writing?.verb === 'reply' && writing.quotes
    ? quoteComment(context, documentId, writing.commentId, writing.quotes.words)
    : null;

const words = markdown(longestComment);
const needed = requiredMarkdown(longestComment);

const commentForm = v.object({
  block: v.optional(v.union([v.literal(''), uuid]), ''),
  /** The words that were marked, as the form was opened with them. */
  passage: v.optional(v.string(), ''),
  near: v.optional(v.union([v.literal(''), wholeNumber()]), ''),
  /** The words that are written by hand where nothing was marked. */
  words: v.optional(v.string(), ''),
  kind: v.optional(v.union([v.literal(''), v.picklist(commentKinds)]), ''),
  wording: v.optional(words, ''),
  markdown: needed,
  formKey: uuid
});

const replyForm = v.object({
  comment: uuid,
  markdown: needed,
  formKey: uuid
});

const editForm = v.object({
  comment: uuid,
  markdown: needed,
  wording: v.optional(words),
  revision: wholeNumber()
});

const withdrawForm = v.object({ comment: uuid });

const wishForm = v.object({ comment: uuid, reason: v.optional(text(longestWish), '') });

const likeForm = v.object({
  give: v.optional(v.string()),
  take: v.optional(v.string())
});

export const actions: Actions = {
  comment: (event) =>
    act(event, 'comment', commentForm, async (context, form) => {
      const document = documentAt(event.params.slug);
      if (form.kind === 'wording' && form.words.trim()) throw new Refusal('onlyWordsUnexpected');
      const chosen = form.passage || form.words;
      const near = form.passage && form.near !== '' ? form.near : null;
      const blockId = form.block || null;
      const quote =
        blockId && chosen.trim()
          ? await quoteIn(asMember(context), document, blockId, { words: chosen, near })
          : null;
      const { markdown, formKey } = form;
      const isLeft = form.kind !== 'wording' && readsAlike(form.wording, form.passage);
      const wording = isLeft ? '' : form.wording;
      const commentId = await postComment(context, document, {
        ...{ blockId, quote, markdown, wording, formKey },
        kind: form.kind || null
      });
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
    act(event, 'unwish', withdrawForm, async (context, { comment }) => {
      await takeWishBack(context, comment);
      setFlash(event, { kind: 'success', text: m.withdrawal_taken_back() });
      redirect(303, addressOf(event, comment));
    }),

  like: (event) =>
    act(event, 'like', likeForm, async (context, { give, take }) => {
      const thing = likeable(give ?? take ?? '');
      if (thing) await (give ? giveLike(context, thing.of) : takeLikeBack(context, thing.of));
      redirect(303, event.url.pathname + queryFrom(event.url.searchParams) + (thing?.hash ?? ''));
    })
};

/** The comment's permanent address, in the view that one was in. */
const addressOf = ({ url }: RequestEvent, commentId: string) =>
  `${url.pathname}${queryFrom(url.searchParams, { comment: commentId })}#kommentar-${commentId}`;

/** What a like button names: `comment:…`, `block:…` or `change:…`. */
function likeable(named: string): { of: Likeable; hash: string } | null {
  const [kind, id = ''] = named.split(':');
  if (!v.is(uuid, id)) return null;
  if (kind === 'comment') return { of: { commentId: id }, hash: `#kommentar-${id}` };
  if (kind === 'change') return { of: { changeId: id }, hash: `#aendring-${id}` };
  return kind === 'block' ? { of: { blockId: id }, hash: `#blok-${id}` } : null;
}
