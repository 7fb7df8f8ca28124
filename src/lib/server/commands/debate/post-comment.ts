import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { choosePassage } from '#lib/domain/document/quote/choose-passage.ts';
import {
  maxCommentLength,
  refuseTypedPassage,
  refuseUnlessComment,
  checkWording
} from '#lib/domain/hearing/comment.ts';
import { commentKinds } from '#lib/domain/hearing/enums.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForDebate } from '../../access/locks.ts';
import { findOpenPlace, type DebatePlace } from '../../access/rounds.ts';
import { versionBlock, type QuoteSelector } from '../../database/tables/index.ts';
import { markdown, requiredMarkdown, uuid, wholeNumber } from '../../formats/fields.ts';
import { enterInputs } from '../enter-inputs.ts';
import { keyOfSent } from '../form-key.ts';
import { insertComment } from './insert-comment.ts';

export const commentForm = v.pipe(
  v.object({
    block: v.optional(v.union([v.literal(''), uuid]), ''),
    /** The passage that was marked in the block, as the form was opened with it. */
    passage: v.optional(v.string(), ''),
    near: v.optional(v.union([v.literal(''), wholeNumber()]), ''),
    /** The passage that was typed by hand. */
    words: v.optional(v.string(), ''),
    kind: v.optional(v.union([v.literal(''), v.picklist(commentKinds)]), ''),
    wording: v.optional(markdown(maxCommentLength), ''),
    markdown: requiredMarkdown(maxCommentLength),
    formKey: uuid
  }),
  v.transform(({ block, passage, near, words, kind, ...texts }): NewComment => {
    const isMarked = passage !== '';
    const chosen = {
      words: isMarked ? passage : words,
      near: isMarked && near !== '' ? near : null,
      isTyped: words.trim() !== ''
    };
    const isChosen = chosen.words.trim() !== '';
    return {
      ...texts,
      blockId: block || null,
      kind: kind || null,
      passage: isChosen ? chosen : null
    };
  })
);

export type NewComment = {
  /** Null for a comment on the whole document. */
  blockId: string | null;
  /** The words of the block that the comment is about; null for all of it. */
  passage: { words: string; near: number | null; isTyped?: boolean } | null;
  kind: (typeof commentKinds)[number] | null;
  /** The text that the comment suggests instead, of a comment of the kind 'wording'. */
  wording: string | null;
  markdown: string;
  /** Identifies the form: the same text sent twice from one form makes one comment. */
  formKey: string;
};

/**
 * Comments on a block, a passage of it or the whole document, and returns the comment's id. Throws
 * Refusal('hearingNotOpen') if neither a hearing nor a call for input is open, Refusal('notFound')
 * if the block is not in the version, and as choosePassage and checkWording do.
 */
export async function postComment(
  context: Context,
  documentId: DocumentId,
  given: NewComment
): Promise<string> {
  const { passage, kind, markdown } = given;
  refuseUnlessComment(markdown);
  refuseTypedPassage(kind, passage);
  return inTransaction(context, async (inside) => {
    const document = await lockForDebate(inside, documentId);
    const place = findOpenPlace(document, inside.now);
    const { text, ...target } = await readTarget(inside, place, given);
    const quoted = target.quote?.exact ?? null;
    const prefilled = [passage?.words ?? null, quoted, text];
    const { id, isNew } = await insertComment(inside, {
      ...{ ...place, ...target, kind, markdown, documentId: document.id },
      wording: checkWording(kind, given.wording, quoted ?? text, prefilled),
      formKey: keyOfSent(given.formKey, { ...given, documentId: document.id })
    });
    if (isNew) await enterInputs(inside, document, [{ kind: 'comment', commentId: id }]);
    return id;
  });
}

type Target = { blockId: string | null; quote: QuoteSelector | null; text: string | null };

const whole: Target = { blockId: null, quote: null, text: null };

/** Returns the block and the passage that are commented on; before there is a text, the whole. */
async function readTarget(
  { database }: Context,
  place: DebatePlace,
  { blockId, passage }: NewComment
): Promise<Target> {
  if ('callId' in place || blockId === null) return whole;
  const [block] = await database
    .select({ text: versionBlock.text })
    .from(versionBlock)
    .where(and(eq(versionBlock.versionId, place.versionId), eq(versionBlock.blockId, blockId)));
  if (!block) throw new Refusal('notFound');
  return { blockId, quote: passage && choosePassage(block.text, passage), text: block.text };
}
