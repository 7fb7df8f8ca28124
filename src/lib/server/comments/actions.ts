import { and, eq, isNull, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessComment, wordingOf } from '#lib/domain/hearing/comment.ts';
import { isOpen, refuseUnlessOpen } from '#lib/domain/hearing/lifecycle.ts';
import { mayDebate } from '#lib/domain/hearing/permissions.ts';
import type { CommentKind } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import {
  callForInput,
  comment,
  commentRevision,
  concealment,
  input,
  member,
  versionBlock,
  type QuoteSelector
} from '../database/tables/index.ts';
import { findHearing, lockDocument, type LockedDocument } from '../documents/locking.ts';
import { enterInputs } from '../inputs/numbering.ts';

export type NewComment = {
  /** Null for the whole. */
  blockId: string | null;
  quote: QuoteSelector | null;
  kind: CommentKind | null;
  wording: string | null;
  markdown: string;
  /** The form's own key: the same form sent twice makes one comment. */
  formKey: string;
};

/** Comments on a block, a passage or the whole, while the hearing or the call is open; gives its id. */
export async function postComment(
  context: Context,
  documentId: string,
  words: NewComment
): Promise<string> {
  refuseUnlessComment(words.markdown);
  return inTransaction(context, async (inside) => {
    const held = await lockForDebate(inside, documentId);
    const { text, ...place } = await openPlace(inside, held, words.blockId);
    const wording = wordingOf(words.kind, words.wording, words.quote?.exact ?? text);
    const { id, isNew } = await insertComment(inside, { ...words, ...place, wording, documentId });
    if (isNew) await enterInputs(inside, held, [{ kind: 'comment', commentId: id }]);
    return id;
  });
}

export type Reply = { markdown: string; formKey: string };

/** Answers a comment while the hearing or the call is open; gives the reply's id. */
export async function replyTo(context: Context, commentId: string, words: Reply): Promise<string> {
  refuseUnlessComment(words.markdown);
  return inTransaction(context, async (inside) => {
    const parent = await findComment(inside, commentId);
    const held = await lockForDebate(inside, parent.documentId);
    await openPlace(inside, held, null);
    const { hearingId, callId, versionId, blockId, documentId } = parent;
    const { id } = await insertComment(inside, {
      ...words,
      hearingId,
      callId,
      versionId,
      blockId,
      documentId,
      parentId: commentId
    });
    return id;
  });
}

export type Rewording = { markdown: string; wording?: string | null; revision: number };

/** Rewords one's own comment while the hearing is open; the earlier words are kept. Refuses with stale, and a hidden one with notFound. */
export async function editComment(
  context: Context,
  commentId: string,
  { markdown, wording = null, revision }: Rewording
) {
  refuseUnlessComment(markdown);
  await inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const own = await lockOwnComment(inside, commentId);
    if (await isHidden(inside, commentId)) throw new Refusal('notFound');
    if (own.revision !== revision) throw new Refusal('stale');
    const { html, editedAt, createdAt } = own;
    const suggested = wordingOf(own.kind, wording ?? own.wording, own.quote?.exact ?? null);
    await database.insert(commentRevision).values({
      commentId,
      revision,
      markdown: own.markdown,
      html,
      wording: own.wording,
      writtenAt: editedAt ?? createdAt
    });
    await database
      .update(comment)
      .set({
        markdown,
        html: renderMarkdown(markdown),
        wording: suggested,
        editedAt: now,
        revision: revision + 1
      })
      .where(eq(comment.id, commentId));
  });
}

/** Takes one's own comment back: its words are shown no more, its replies stay, nobody need answer it. */
export async function withdrawComment(context: Context, commentId: string) {
  await inTransaction(context, async (inside) => {
    const { database, now } = inside;
    await lockOwnComment(inside, commentId);
    await database
      .update(comment)
      .set({ withdrawnAt: now, revision: sql`${comment.revision} + 1` })
      .where(eq(comment.id, commentId));
    await database.update(input).set({ withdrawnAt: now }).where(eq(input.commentId, commentId));
  });
}

async function lockForDebate(context: Context, documentId: string): Promise<LockedDocument> {
  const { viewer } = asMember(context);
  const held = await lockDocument(context, documentId);
  if (!mayDebate(viewer, held)) throw new Refusal('notAllowed');
  return held;
}

/** Where a comment goes at this moment: the open hearing and its version, or the open call. */
async function openPlace(context: Context, held: LockedDocument, blockId: string | null) {
  const { database, now } = context;
  if (held.state === 'callForInput') {
    const [call] = await database
      .select()
      .from(callForInput)
      .where(and(eq(callForInput.documentId, held.id), eq(callForInput.round, held.round)));
    if (!call || !isOpen(call, now)) throw new Refusal('hearingNotOpen');
    return {
      hearingId: null,
      callId: call.id,
      versionId: null,
      blockId: null,
      quote: null,
      text: null
    };
  }
  const hearing = held.state === 'hearing' ? await findHearing(context, held) : null;
  refuseUnlessOpen(hearing, now);
  const { id: hearingId, versionId } = hearing!;
  const text = blockId === null ? null : await textOf(context, versionId, blockId);
  return { hearingId, callId: null, versionId, blockId, text };
}

async function textOf({ database }: Context, versionId: string, blockId: string): Promise<string> {
  const [known] = await database
    .select({ text: versionBlock.text })
    .from(versionBlock)
    .where(and(eq(versionBlock.versionId, versionId), eq(versionBlock.blockId, blockId)));
  if (!known) throw new Refusal('notFound');
  return known.text;
}

type Insertion = Omit<typeof comment.$inferInsert, 'authorName' | 'html' | 'createdAt'>;

async function insertComment(
  context: Context,
  words: Insertion
): Promise<{ id: string; isNew: boolean }> {
  const { database, viewer, now } = asMember(context);
  const [author] = await database
    .select({ name: member.name })
    .from(member)
    .where(eq(member.id, viewer.id));
  const [inserted] = await database
    .insert(comment)
    .values({
      ...words,
      authorId: viewer.id,
      authorName: author!.name,
      html: renderMarkdown(words.markdown),
      createdAt: now
    })
    .onConflictDoNothing({ target: [comment.authorId, comment.formKey] })
    .returning({ id: comment.id });
  if (inserted) return { id: inserted.id, isNew: true };
  const [sentBefore] = await database
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.authorId, viewer.id), eq(comment.formKey, words.formKey!)));
  return { id: sentBefore!.id, isNew: false };
}

async function findComment({ database }: Context, commentId: string) {
  const [found] = await database
    .select()
    .from(comment)
    .where(and(eq(comment.id, commentId), isNull(comment.withdrawnAt)));
  if (!found) throw new Refusal('notFound');
  return found;
}

const isHidden = async ({ database }: Context, commentId: string) =>
  (await database.$count(concealment, eq(concealment.commentId, commentId))) > 0;

async function lockOwnComment(context: Context, commentId: string) {
  const { viewer, now } = asMember(context);
  const { documentId } = await findComment(context, commentId);
  const held = await lockForDebate(context, documentId);
  const own = await findComment(context, commentId);
  if (own.authorId !== viewer.id) throw new Refusal('notAllowed');
  if (own.hearingId) refuseUnlessOpen(await findHearing(context, held), now);
  return own;
}
