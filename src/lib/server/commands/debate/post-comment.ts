import { and, eq, sql } from 'drizzle-orm';
import { refuseUnlessComment, wordingOf } from '#lib/domain/hearing/comment.ts';
import { refuseUnlessOwnRoundOpen } from '#lib/domain/hearing/own-round.ts';
import type { CommentKind } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { comment, versionBlock, type QuoteSelector } from '../../database/tables/index.ts';
import type { DocumentId } from '../../access/documents.ts';
import { keyOfSent } from '../form-key.ts';
import { enterInputs } from '../../hearing/inputs/numbering.ts';
import { findOwnRound, lockForDebate, openPlace, type DebatePlace } from '../../access/debate.ts';
import { renderWords } from '../../text/mentions.ts';
import { setMentions } from './set-mentions.ts';
import { findComment } from '../../access/comments.ts';

export type NewComment = {
  /** Null for the whole. */
  blockId: string | null;
  quote: QuoteSelector | null;
  kind: CommentKind | null;
  wording: string | null;
  markdown: string;
  /** The form's own key: the same words sent twice from one form make one comment. */
  formKey: string;
};

/** Comments on a block, a passage or the whole, while the hearing or the call is open; gives its id. */
export async function postComment(
  context: Context,
  document: DocumentId,
  words: NewComment
): Promise<string> {
  refuseUnlessComment(words.markdown);
  const formKey = keyOfSent(words.formKey, { ...words, document });
  return inTransaction(context, async (inside) => {
    const held = await lockForDebate(inside, document);
    const place = openPlace(held, inside.now);
    const { text, ...about } = await aboutBlock(inside, place, words);
    const quoted = about.quote?.exact ?? null;
    const wording = wordingOf(words.kind, words.wording, quoted ?? text, [quoted, text]);
    const saying = { ...words, ...place, ...about, wording, formKey, documentId: held.id };
    const { id, isNew } = await insertComment(inside, saying);
    if (isNew) await enterInputs(inside, held, [{ kind: 'comment', commentId: id }]);
    return id;
  });
}

export type Reply = { markdown: string; formKey: string };

/** Answers a comment while its own hearing or call is open; gives the reply's id. */
export async function replyTo(context: Context, commentId: string, words: Reply): Promise<string> {
  refuseUnlessComment(words.markdown);
  return inTransaction(context, async (inside) => {
    const parent = await findComment(inside, commentId);
    const { hearingId, callId, versionId, blockId, documentId } = parent;
    const held = await lockForDebate(inside, documentId);
    refuseUnlessOwnRoundOpen(held, await findOwnRound(inside, parent), inside.now);
    const { id } = await insertComment(inside, {
      ...words,
      formKey: keyOfSent(words.formKey, { ...words, commentId }),
      ...{ hearingId, callId, versionId, blockId, documentId, parentId: commentId }
    });
    return id;
  });
}

type About = Pick<NewComment, 'blockId' | 'quote'>;

/** What of the text is spoken of; an idea before there is a text is about the whole. */
async function aboutBlock(
  { database }: Context,
  place: DebatePlace,
  { blockId, quote }: About
): Promise<About & { text: string | null }> {
  if ('callId' in place) return { blockId: null, quote: null, text: null };
  if (blockId === null) return { blockId, quote, text: null };
  const [known] = await database
    .select({ text: versionBlock.text })
    .from(versionBlock)
    .where(and(eq(versionBlock.versionId, place.versionId), eq(versionBlock.blockId, blockId)));
  if (!known) throw new Refusal('notFound');
  return { blockId, quote, text: known.text };
}

type Insertion = Omit<typeof comment.$inferInsert, 'authorName' | 'html' | 'createdAt'> & {
  formKey: string;
};

/**
 * Says it, or gives what the same form has said before in the same words. What was reworded or
 * withdrawn since is not what is said now, and takes the key of what comes after it.
 */
async function insertComment(
  context: Context,
  words: Insertion
): Promise<{ id: string; isNew: boolean }> {
  const { database, viewer, now } = asMember(context);
  const { html, mentioned } = await renderWords(context, words.documentId, words.markdown);
  const [inserted] = await database
    .insert(comment)
    .values({
      ...words,
      authorId: viewer.id,
      authorName: sql`(select m.name from member m where m.id = ${viewer.id})`,
      html,
      createdAt: now
    })
    .onConflictDoNothing({ target: [comment.authorId, comment.formKey] })
    .returning({ id: comment.id });
  if (inserted) {
    if (mentioned.length > 0) await setMentions(context, inserted.id, mentioned);
    return { id: inserted.id, isNew: true };
  }
  const [before] = await database
    .select({ id: comment.id, revision: comment.revision })
    .from(comment)
    .where(and(eq(comment.authorId, viewer.id), eq(comment.formKey, words.formKey)));
  const stands = before!.revision === 1;
  if (stands) return { id: before!.id, isNew: false };
  return insertComment(context, { ...words, formKey: keyOfSent(words.formKey, before!) });
}
