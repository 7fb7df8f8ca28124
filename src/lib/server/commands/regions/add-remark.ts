import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { maxCommentLength, refuseUnlessComment } from '#lib/domain/hearing/comment.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { remark, versionBlock } from '../../database/tables/index.ts';
import { requiredMarkdown, uuid } from '../../formats/fields.ts';
import { enterInputs } from '../enter-inputs.ts';
import { lockMeeting } from '../../access/locks.ts';

export const remarkForm = v.object({
  blockId: v.union([v.literal('whole'), uuid]),
  markdown: requiredMarkdown(maxCommentLength)
});

/** A remark of a meeting, on a block of the version in hearing or, if it is null, on the whole. */
export type RemarkPlan = { markdown: string; blockId: string | null };

/**
 * Adds a remark of the meeting, which is an input, and returns its id. If the meeting has the same
 * remark already, returns that one's id. Throws Refusal('blockUnknown') if the version in hearing
 * has no such block, and as lockMeeting does.
 */
export async function addRemark(
  context: Context,
  meetingId: string,
  plan: RemarkPlan
): Promise<string> {
  refuseUnlessComment(plan.markdown);
  return inTransaction(context, async (inside) => {
    const { document, hearing } = await lockMeeting(inside, meetingId);
    const { versionId } = hearing;
    if (plan.blockId !== null) await refuseUnknownBlock(inside, versionId, plan.blockId);
    const same = await findSame(inside, meetingId, plan);
    if (same) return same;
    const remarkId = await insert(inside, { ...plan, meetingId, versionId });
    const late = !isOpen(hearing, inside.now);
    await enterInputs(inside, document, [{ kind: 'remark', remarkId }], { late });
    return remarkId;
  });
}

async function refuseUnknownBlock({ database }: Context, versionId: string, blockId: string) {
  const known = await database.$count(
    versionBlock,
    and(eq(versionBlock.versionId, versionId), eq(versionBlock.blockId, blockId))
  );
  if (known === 0) throw new Refusal('blockUnknown');
}

/** Returns the id of the same remark of the same meeting, or null. */
async function findSame(
  { database }: Context,
  meetingId: string,
  { markdown, blockId }: RemarkPlan
) {
  const place = blockId === null ? isNull(remark.blockId) : eq(remark.blockId, blockId);
  const [same] = await database
    .select({ id: remark.id })
    .from(remark)
    .where(and(eq(remark.meetingId, meetingId), eq(remark.markdown, markdown), place));
  return same?.id ?? null;
}

async function insert(
  { database, now }: Context,
  plan: RemarkPlan & { meetingId: string; versionId: string }
): Promise<string> {
  const [added] = await database
    .insert(remark)
    .values({ ...plan, html: renderMarkdown(plan.markdown), enteredAt: now })
    .returning({ id: remark.id });
  return added!.id;
}
