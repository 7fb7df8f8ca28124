import { eq, sql } from 'drizzle-orm';
import { refuseUnlessComment, wordingOf } from '#lib/domain/hearing/comment.ts';
import { refuseUnlessOwnRoundOpen } from '#lib/domain/hearing/own-round.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { comment, commentRevision, concealment, input } from '../../database/tables/index.ts';
import { findOwnRound, lockForDebate } from '../../access/debate.ts';
import { renderWords } from '../../text/mentions.ts';
import { setMentions } from './set-mentions.ts';
import { findComment } from '../../access/comments.ts';

export type Rewording = { markdown: string; wording?: string | null; revision: number };

/** Rewords one's own comment while its own hearing or call is open; the earlier words are kept, and words that are the same change nothing. Refuses with stale, and a hidden one with notFound. */
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
    const { editedAt, createdAt } = own;
    const suggested = wordingOf(own.kind, wording ?? own.wording, own.quote?.exact ?? null);
    if (own.markdown === markdown && own.wording === suggested) return;
    const { html, mentioned } = await renderWords(inside, own.documentId, markdown);
    await database.insert(commentRevision).values({
      commentId,
      revision,
      markdown: own.markdown,
      html: own.html,
      wording: own.wording,
      writtenAt: editedAt ?? createdAt
    });
    await database
      .update(comment)
      .set({
        markdown,
        html,
        wording: suggested,
        editedAt: now,
        revision: revision + 1
      })
      .where(eq(comment.id, commentId));
    await setMentions(inside, commentId, mentioned);
  });
}

/** Takes one's own comment back while its own hearing or call is open: its words are shown no more, its replies stay, nobody need answer it. */
export async function withdrawComment(context: Context, commentId: string) {
  await inTransaction(context, async (inside) => {
    await lockOwnComment(inside, commentId);
    await setWithdrawn(inside, commentId);
  });
}

/** Shows the words no more, and asks nobody to answer them. The caller holds the document. */
export async function setWithdrawn({ database, now }: Context, commentId: string) {
  await database
    .update(comment)
    .set({ withdrawnAt: now, revision: sql`${comment.revision} + 1` })
    .where(eq(comment.id, commentId));
  await database.update(input).set({ withdrawnAt: now }).where(eq(input.commentId, commentId));
}

const isHidden = async ({ database }: Context, commentId: string) =>
  (await database.$count(concealment, eq(concealment.commentId, commentId))) > 0;

async function lockOwnComment(context: Context, commentId: string) {
  const { viewer, now } = asMember(context);
  const { documentId } = await findComment(context, commentId);
  const held = await lockForDebate(context, documentId);
  const own = await findComment(context, commentId);
  if (own.authorId !== viewer.id) throw new Refusal('notAllowed');
  refuseUnlessOwnRoundOpen(held, await findOwnRound(context, own), now);
  return own;
}
