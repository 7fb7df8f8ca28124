import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { align, parseBlocks, takeTitle, type Block } from '#lib/domain/document/index.ts';
import { renderBlock, renderMarkdown } from '#lib/domain/document/html.ts';
import type { Corrections } from '#lib/domain/document/row.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { changesOf, looksLikeRemark, withinScope } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import { change, input, rewrite, rewriteBlock, versionBlock } from '../database/tables/index.ts';
import { enterInputs } from '../inputs/numbering.ts';
import { lockMeeting } from '../meetings/actions.ts';

export type RewritePlan = {
  markdown: string;
  /** What the region says before its text. */
  foreword: string;
  /** The ids of the headings whose sections the meeting considered; null for the whole text. */
  scope: string[] | null;
};

/**
 * Writes down a region's text and aligns it with the version in hearing. Nobody but those who may
 * speak for the region sees it before it is posted. Gives the rewrite's id. Paragraphs wholly in
 * brackets are taken for the region's remarks until somebody says otherwise.
 */
export async function writeRewrite(
  context: Context,
  meetingId: string,
  { markdown, foreword, scope: headings }: RewritePlan
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { hearing } = await lockMeeting(inside, meetingId);
    const { blocks } = takeTitle(parseBlocks(markdown));
    if (blocks.length === 0) throw new Refusal('emptyText');
    const draft = await blocksOf(inside, hearing.versionId);
    const considered = withinScope(draft, headings);
    if (considered.length === 0) throw new Refusal('rewriteNeedsScope');
    const [written] = await database
      .insert(rewrite)
      .values({
        meetingId,
        hearingId: hearing.id,
        versionId: hearing.versionId,
        markdown,
        foreword,
        forewordHtml: renderMarkdown(foreword),
        scope: headings && considered.map(({ blockId }) => blockId),
        alignment: [],
        writtenBy: viewer.id,
        writtenAt: now
      })
      .returning({ id: rewrite.id });
    const rewriteId = written!.id;
    await database.insert(rewriteBlock).values(
      blocks.map((block, position) => ({
        ...block,
        rewriteId,
        position,
        html: renderBlock(block),
        isRemark: looksLikeRemark(block)
      }))
    );
    await alignAgain(inside, rewriteId, {});
    return rewriteId;
  });
}

export type RewriteReview = {
  revision: number;
  foreword: string;
  /** The reason of each change, by its place among the changes. */
  reasons: Record<number, string>;
  /** Places in the rewrite that are the region's remarks, not text of the draft. */
  remarks: number[];
  corrections: Corrections;
};

/** Saves what the rapporteur says of a rewrite that is not posted yet, and aligns it again. Refuses with stale. */
export async function reviewRewrite(context: Context, rewriteId: string, review: RewriteReview) {
  return inTransaction(context, async (inside) => {
    const { database } = inside;
    await lockUnposted(inside, rewriteId, review.revision);
    await database
      .update(change)
      .set({ reason: reasonOf(review.reasons) })
      .where(eq(change.rewriteId, rewriteId));
    const isRemark =
      review.remarks.length > 0 ? inArray(rewriteBlock.position, review.remarks) : sql`false`;
    await database
      .update(rewriteBlock)
      .set({ isRemark })
      .where(eq(rewriteBlock.rewriteId, rewriteId));
    await database
      .update(rewrite)
      .set({ foreword: review.foreword, forewordHtml: renderMarkdown(review.foreword) })
      .where(eq(rewrite.id, rewriteId));
    await alignAgain(inside, rewriteId, review.corrections);
  });
}

const reasonOf = (reasons: Record<number, string>) =>
  sql`coalesce(${JSON.stringify(reasons)}::jsonb ->> ${change.position}::text, ${change.reason})`;

/** Posts the rewrite for all to see: each of its changes is now an input. Refuses one without any. */
export async function postRewrite(context: Context, rewriteId: string, revision: number) {
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const { held, hearing } = await lockUnposted(inside, rewriteId, revision);
    const changes = await database
      .select({ id: change.id })
      .from(change)
      .where(eq(change.rewriteId, rewriteId))
      .orderBy(asc(change.position));
    if (changes.length === 0) throw new Refusal('rewriteSaysNothing');
    await database
      .update(rewrite)
      .set({ postedAt: now, revision: revision + 1 })
      .where(eq(rewrite.id, rewriteId));
    const things = changes.map(({ id: changeId }) => ({ kind: 'change' as const, changeId }));
    await enterInputs(inside, held, things, { late: !isOpen(hearing, now) });
  });
}

/** Takes a rewrite back: it stays readable as withdrawn, and nobody need answer its changes. */
export async function withdrawRewrite(context: Context, rewriteId: string) {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const found = await findRewrite(inside, rewriteId);
    await lockMeeting(inside, found.meetingId);
    if (found.withdrawnAt) throw new Refusal('rewriteWithdrawn');
    await database
      .update(rewrite)
      .set({ withdrawnAt: now, withdrawnBy: viewer.id, revision: sql`${rewrite.revision} + 1` })
      .where(eq(rewrite.id, rewriteId));
    const own = database
      .select({ id: change.id })
      .from(change)
      .where(eq(change.rewriteId, rewriteId));
    await database.update(input).set({ withdrawnAt: now }).where(inArray(input.changeId, own));
  });
}

/** Aligns the rewrite within its scope and writes its changes; a reason stays with its change. */
async function alignAgain(context: Context, rewriteId: string, corrections: Corrections) {
  const { database } = context;
  const found = await findRewrite(context, rewriteId);
  const draft = await blocksOf(context, found.versionId);
  const scope = found.scope && new Set(found.scope);
  const considered = scope ? draft.filter(({ blockId }) => scope.has(blockId)) : draft;
  const text = await database
    .select()
    .from(rewriteBlock)
    .where(and(eq(rewriteBlock.rewriteId, rewriteId), eq(rewriteBlock.isRemark, false)))
    .orderBy(asc(rewriteBlock.position));
  const alignment = align(considered, text, { corrections });
  await database
    .update(rewrite)
    .set({ alignment, corrections, revision: sql`${rewrite.revision} + 1` })
    .where(eq(rewrite.id, rewriteId));
  const planned = changesOf(
    alignment,
    considered.map(({ blockId }) => blockId)
  ).map((each) => ({
    ...each,
    newPositions: each.newPositions.map((place) => text[place]!.position)
  }));
  await writeChanges(context, rewriteId, planned);
}

type Planned = ReturnType<typeof changesOf>[number];

async function writeChanges({ database }: Context, rewriteId: string, planned: Planned[]) {
  const before = await database.select().from(change).where(eq(change.rewriteId, rewriteId));
  const reasons = new Map(before.map((each) => [keyOf(each), each.reason]));
  await database.delete(change).where(eq(change.rewriteId, rewriteId));
  if (planned.length === 0) return;
  await database.insert(change).values(
    planned.map((each, position) => ({
      ...each,
      rewriteId,
      position,
      reason: reasons.get(keyOf(each)) ?? ''
    }))
  );
}

/** The same blocks on both sides make the same change, whatever is said to have happened to them. */
const keyOf = ({ blockIds, newPositions }: Pick<Planned, 'blockIds' | 'newPositions'>) =>
  `${blockIds.join()}/${newPositions.join()}`;

async function lockUnposted(context: Context, rewriteId: string, revision: number) {
  const found = await findRewrite(context, rewriteId);
  const locked = await lockMeeting(context, found.meetingId);
  const held = await findRewrite(context, rewriteId);
  if (held.withdrawnAt) throw new Refusal('rewriteWithdrawn');
  if (held.postedAt || held.revision !== revision) throw new Refusal('stale');
  return locked;
}

async function findRewrite({ database }: Context, rewriteId: string) {
  const [found] = await database.select().from(rewrite).where(eq(rewrite.id, rewriteId));
  if (!found) throw new Refusal('notFound');
  return found;
}

async function blocksOf(
  { database }: Context,
  versionId: string
): Promise<(Block & { blockId: string })[]> {
  return database
    .select()
    .from(versionBlock)
    .where(eq(versionBlock.versionId, versionId))
    .orderBy(asc(versionBlock.position));
}
