import { and, eq, isNull } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessComment } from '#lib/domain/hearing/comment.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { remark, versionBlock } from '../../database/tables/index.ts';
import { enterInputs } from '../../hearing/inputs/numbering.ts';
import { lockMeeting } from '../../access/locks.ts';

/**
 * Adds one thing that the meeting said, on a block or on the whole, once; it is an input. Refuses
 * with blockUnknown.
 */
export async function addRemark(
  context: Context,
  meetingId: string,
  { markdown, blockId }: { markdown: string; blockId: string | null }
): Promise<string> {
  refuseUnlessComment(markdown);
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const { held, hearing: heard } = await lockMeeting(inside, meetingId);
    if (blockId !== null) await refuseUnknownBlock(inside, heard.versionId, blockId);
    const twin = await findRemark(inside, meetingId, { markdown, blockId });
    if (twin) return twin;
    const [added] = await database
      .insert(remark)
      .values({
        meetingId,
        versionId: heard.versionId,
        blockId,
        markdown,
        html: renderMarkdown(markdown),
        enteredAt: now
      })
      .returning({ id: remark.id });
    const late = !isOpen(heard, now);
    await enterInputs(inside, held, [{ kind: 'remark', remarkId: added!.id }], { late });
    return added!.id;
  });
}

async function refuseUnknownBlock({ database }: Context, versionId: string, blockId: string) {
  const known = await database.$count(
    versionBlock,
    and(eq(versionBlock.versionId, versionId), eq(versionBlock.blockId, blockId))
  );
  if (known === 0) throw new Refusal('blockUnknown');
}

async function findRemark(
  { database }: Context,
  meetingId: string,
  { markdown, blockId }: { markdown: string; blockId: string | null }
) {
  const place = blockId === null ? isNull(remark.blockId) : eq(remark.blockId, blockId);
  const [twin] = await database
    .select({ id: remark.id })
    .from(remark)
    .where(and(eq(remark.meetingId, meetingId), eq(remark.markdown, markdown), place));
  return twin?.id ?? null;
}
