import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { alignRewrite, areSameChanges, keepReasons } from '#lib/domain/hearing/align-rewrite.ts';
import { applyAnswers } from '#lib/domain/hearing/corrections.ts';
import { withoutBrackets } from '#lib/domain/hearing/remarks.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { type LockedRewrite, lockUnposted } from '../../access/locks.ts';
import { isOneOf } from '../../database/batches.ts';
import { change, rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { text, wholeNumber } from '../../formats/fields.ts';
import { readReviewAnswers, readReasons, readUsedRemarks } from '../../text/review-fields.ts';
import { loadRewriteText, type RewriteText } from './load-rewrite-text.ts';
import { saveChanges } from './save-changes.ts';
import { maxForewordLength } from './write-rewrite.ts';

/** In characters: a reason is read beside its change and may be as long as a comment. */
const maxReasonLength = 10_000;

/** The form of a review. Its other fields are named by a change or a paragraph: see text/review-fields.ts. */
export const reviewForm = v.objectWithRest(
  {
    revision: wholeNumber(),
    foreword: text(maxForewordLength),
    remark: v.optional(v.array(wholeNumber()), []),
    /** The paragraphs of which the page asked whether they are remarks; the others stay as they are. */
    asked: v.optional(v.array(wholeNumber()), []),
    /** The page to show next. */
    then: v.optional(v.string(), ''),
    forget: v.optional(v.array(v.string()), [])
  },
  v.union([v.pipe(v.string(), v.maxLength(maxReasonLength)), v.array(v.string())])
);

/** What a reviewer decides about a rewrite. What is left out stays as it is. */
export type Review = {
  foreword?: string;
  /** The reason of each change, by its position among the changes. */
  reasons?: Record<number, string>;
  /** Positions in the rewrite of all blocks that are the region's remarks. */
  remarks?: number[];
  /** By places among the blocks considered and positions in the rewrite. */
  corrections?: Corrections;
};

/** Returns a review of the saved rewrite. */
export type ReadReview = (saved: RewriteText & Pick<LockedRewrite, 'rewrite'>) => Review;

/**
 * Saves the review of a rewrite that is not posted yet, and aligns it again. Returns the new
 * revision, and whether it results in other changes than the reviewed ones. Throws as lockUnposted
 * does.
 */
export async function reviewRewrite(
  context: Context,
  rewriteId: string,
  revision: number,
  readReview: ReadReview
): Promise<{ revision: number; isRealigned: boolean }> {
  return inTransaction(context, async (inside) => {
    const locked = await lockUnposted(inside, rewriteId, revision);
    const text = await loadRewriteText(inside, locked.rewrite);
    const review = readReview({ ...text, ...locked });
    const { isRealigned } = await saveReview(inside, locked, text, review);
    return { revision: revision + 1, isRealigned };
  });
}

/** Returns a function that reads the review from the fields of the form. */
export const reviewTyped =
  (typed: v.InferOutput<typeof reviewForm>): ReadReview =>
  ({ rewrite: { alignment: rows, corrections }, blocks, changes }) => {
    const { reasons, remarks } = addRemarksToReasons(typed, blocks, readReasons(typed, changes));
    const asked = new Set(typed.asked);
    const notAsked = blocks.filter(({ isRemark, position }) => isRemark && !asked.has(position));
    return {
      foreword: typed.foreword,
      reasons,
      remarks: [...notAsked.map(({ position }) => position), ...typed.remark, ...remarks],
      corrections: applyAnswers(corrections, readReviewAnswers({ rows, blocks }, typed))
    };
  };

/** Adds the words of each remark that was chosen for a reason to that reason, once. */
function addRemarksToReasons(
  typed: v.InferOutput<typeof reviewForm>,
  blocks: RewriteText['blocks'],
  reasons: Record<number, string>
) {
  const used = readUsedRemarks(typed);
  for (const { position, change } of used) {
    const words = withoutBrackets(blocks[position]?.text ?? '');
    const before = reasons[change]?.trim();
    if (!before?.includes(words)) reasons[change] = [before, words].filter(Boolean).join('\n\n');
  }
  return { reasons, remarks: used.map(({ position }) => position) };
}

/**
 * Saves the review with the alignment and the changes that result from it, as the next revision.
 * Returns whether the changes are other than before.
 */
export async function saveReview(
  context: Context,
  { rewrite: { id, revision, ...saved } }: LockedRewrite,
  text: RewriteText,
  { foreword = saved.foreword, corrections = saved.corrections, reasons = {}, remarks }: Review
): Promise<{ isRealigned: boolean }> {
  const blocks = remarks ? await saveRemarks(context, id, text.blocks, remarks) : text.blocks;
  const aligned = alignRewrite({ considered: text.considered, blocks, corrections });
  const reviewed = text.changes.map((each) => ({
    ...each,
    reason: reasons[each.position] ?? each.reason
  }));
  await context.database
    .update(rewrite)
    .set({
      ...{ foreword, forewordHtml: renderMarkdown(foreword) },
      ...{ alignment: aligned.rows, corrections, revision: revision + 1 }
    })
    .where(eq(rewrite.id, id));
  const isRealigned = !areSameChanges(reviewed, aligned.changes);
  if (isRealigned) await saveChanges(context, id, keepReasons(reviewed, aligned));
  else await saveReasons(context, id, reasons);
  return { isRealigned };
}

/** Marks the blocks at the positions, and no others, as remarks, and returns all blocks. */
async function saveRemarks<Each extends { position: number }>(
  { database }: Context,
  rewriteId: string,
  blocks: readonly Each[],
  remarks: readonly number[]
): Promise<(Each & { isRemark: boolean })[]> {
  await database
    .update(rewriteBlock)
    .set({ isRemark: isOneOf(rewriteBlock.position, remarks) })
    .where(eq(rewriteBlock.rewriteId, rewriteId));
  const positions = new Set(remarks);
  return blocks.map((each) => ({ ...each, isRemark: positions.has(each.position) }));
}

/** Saves the reasons of changes, by their positions; the others keep theirs. */
async function saveReasons(
  { database }: Context,
  rewriteId: string,
  reasons: Record<number, string>
) {
  const given = sql`${JSON.stringify(reasons)}::jsonb ->> ${change.position}::text`;
  await database
    .update(change)
    .set({ reason: sql`coalesce(${given}, ${change.reason})` })
    .where(eq(change.rewriteId, rewriteId));
}
