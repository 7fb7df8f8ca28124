import { asc, eq, sql } from 'drizzle-orm';
import { align, type Block } from '#lib/domain/document/index.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { placeCorrections } from '#lib/domain/hearing/pairings.ts';
import { placeRemarks, withoutBrackets } from '#lib/domain/hearing/remarks.ts';
import {
  changesOf,
  keepHeadings,
  type PlannedChange,
  type RewriteRow
} from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { inPortions } from '../database/portions.ts';
import { change, rewrite, rewriteBlock, versionBlock } from '../database/tables/index.ts';

/**
 * Aligns the rewrite within its scope and writes its changes. A reason stays with its change; a
 * new deletion takes the remark right after it as its reason. `corrections` name the rewrite's
 * blocks by their places in it, so that they hold when a remark is taken out.
 */
export async function alignAgain(context: Context, rewriteId: string, corrections: Corrections) {
  const { database } = context;
  const found = await findRewrite(context, rewriteId);
  const considered = await blocksConsidered(context, found);
  const blocks = await database
    .select()
    .from(rewriteBlock)
    .where(eq(rewriteBlock.rewriteId, rewriteId))
    .orderBy(asc(rewriteBlock.position));
  const text = blocks.filter(({ isRemark }) => !isRemark);
  const positions = text.map(({ position }) => position);
  const rows = align(considered, text, { corrections: placeCorrections(corrections, positions) });
  const alignment = keepHeadings(rows, considered, text);
  await database
    .update(rewrite)
    .set({ alignment, corrections, revision: sql`${rewrite.revision} + 1` })
    .where(eq(rewrite.id, rewriteId));
  const draftIds = considered.map(({ blockId }) => blockId);
  const planned = changesOf(alignment, draftIds).map((each) => ({
    ...each,
    newPositions: each.newPositions.map((place) => positions[place]!)
  }));
  const remarks = blocks.filter(({ isRemark }) => isRemark);
  await writeChanges(context, rewriteId, planned, reasonsIn(alignment, positions, remarks));
}

/** The reasons that stand in the text itself, right after what they are about. */
function reasonsIn(
  rows: readonly RewriteRow[],
  positions: readonly number[],
  remarks: readonly { position: number; text: string }[]
): Map<number, string> {
  const places = placeRemarks(
    rows,
    positions,
    remarks.map(({ position }) => position)
  );
  const reasons = new Map<number, string>();
  places.forEach(({ change, followsDeletion }, index) => {
    if (change === null || !followsDeletion) return;
    const words = withoutBrackets(remarks[index]!.text);
    reasons.set(change, [reasons.get(change), words].filter(Boolean).join('\n\n'));
  });
  return reasons;
}

async function writeChanges(
  { database }: Context,
  rewriteId: string,
  planned: PlannedChange[],
  foundReasons: Map<number, string>
) {
  const before = await database.select().from(change).where(eq(change.rewriteId, rewriteId));
  const reasons = new Map(before.map((each) => [keyOf(each), each.reason]));
  await database.delete(change).where(eq(change.rewriteId, rewriteId));
  const rows = planned.map((each, position) => ({
    ...each,
    rewriteId,
    position,
    reason: reasons.get(keyOf(each)) ?? foundReasons.get(position) ?? ''
  }));
  await inPortions(rows, (portion) => database.insert(change).values(portion));
}

/** The same blocks on both sides make the same change, whatever is said to have happened to them. */
const keyOf = ({ blockIds, newPositions }: Pick<PlannedChange, 'blockIds' | 'newPositions'>) =>
  `${blockIds.join()}/${newPositions.join()}`;

/** The rewrite's row. Refuses with notFound. */
export async function findRewrite({ database }: Context, rewriteId: string) {
  const [found] = await database.select().from(rewrite).where(eq(rewrite.id, rewriteId));
  if (!found) throw new Refusal('notFound');
  return found;
}

/** The draft's blocks within the rewrite's scope. */
export async function blocksConsidered(
  context: Context,
  { versionId, scope }: { versionId: string; scope: string[] | null }
) {
  const draft = await blocksOf(context, versionId);
  const within = scope && new Set(scope);
  return within ? draft.filter(({ blockId }) => within.has(blockId)) : draft;
}

/** A version's blocks in their order. */
export function blocksOf(
  { database }: Context,
  versionId: string
): Promise<(Block & { blockId: string })[]> {
  return database
    .select()
    .from(versionBlock)
    .where(eq(versionBlock.versionId, versionId))
    .orderBy(asc(versionBlock.position));
}

/** The changes of a rewrite as they stand, for seeing whether aligning again made others. */
export async function changeKeys({ database }: Context, rewriteId: string): Promise<string> {
  const changes = await database
    .select()
    .from(change)
    .where(eq(change.rewriteId, rewriteId))
    .orderBy(asc(change.position));
  return changes.map((each) => `${each.relation} ${keyOf(each)}`).join('\n');
}
