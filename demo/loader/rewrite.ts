import { asc, eq } from 'drizzle-orm';
import type { Context } from '#lib/server/access/context.ts';
import { change, rewrite, rewriteBlock } from '#lib/server/database/tables/index.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { reviewRewrite } from '#lib/server/commands/regions/review-rewrite.ts';
import type { DemoChange, DemoRewrite } from '../reader/meetings.ts';
import type { Action } from './action.ts';
import { likeActions, type Debate } from './comments.ts';
import { findBlock, type Progress } from './progress.ts';

/** Returns the key of the change at `index` in the content of the meeting's rewrite. */
export const changeKey = (meeting: string, index: number) => `${meeting}/${index}`;

/** Returns the posting of a rewrite with its reasons, and the likes of its changes. */
export function rewriteActions(
  progress: Progress,
  debate: Debate,
  meeting: string,
  content: DemoRewrite,
  meetingId: () => string
): Action[] {
  const at = progress.calendar.dateOf(content.posted.at);
  const changeIds: string[] = [];
  const posting: Action = {
    at,
    by: content.posted.by,
    async run(context) {
      const rewriteId = await writeRewrite(context, meetingId(), {
        markdown: content.markdown,
        foreword: content.foreword ?? '',
        scope: scopeOf(progress, debate, content)
      });
      await giveReasons(context, progress, debate, content, rewriteId);
      const { revision, changes, find } = await read(context, progress, debate, rewriteId);
      await postRewrite(context, rewriteId, revision);
      changeIds.push(...content.changes.map((each) => find(each).id));
      changeIds.forEach((changeId, index) =>
        progress.sources.set(changeKey(meeting, index), { changeId })
      );
      const others = changes.map(({ id }) => id).filter((id) => !changeIds.includes(id));
      progress.otherChangeIds.set(meeting, others);
    }
  };
  const likes = content.changes.flatMap((each, index) =>
    likeActions(each.likes ?? [], at, debate.until, () => ({ changeId: changeIds[index]! }))
  );
  return [posting, ...likes];
}

const scopeOf = (progress: Progress, { version }: Debate, { scope }: DemoRewrite) =>
  scope === 'whole' ? null : scope.map((heading) => findBlock(progress, version!, heading).blockId);

async function giveReasons(
  context: Context,
  progress: Progress,
  debate: Debate,
  { changes, foreword = '' }: DemoRewrite,
  rewriteId: string
) {
  const { revision, find } = await read(context, progress, debate, rewriteId);
  const withReason = changes.filter(({ reason }) => reason);
  await reviewRewrite(context, rewriteId, revision, () => ({
    foreword,
    reasons: Object.fromEntries(withReason.map((each) => [find(each).position, each.reason!]))
  }));
}

/**
 * Returns the rewrite's revision and changes, and a function that finds the change that the
 * content names; it throws if there is none.
 */
async function read(
  { database }: Context,
  progress: Progress,
  { version }: Debate,
  rewriteId: string
) {
  const [written] = await database.select().from(rewrite).where(eq(rewrite.id, rewriteId));
  const blocks = await database
    .select()
    .from(rewriteBlock)
    .where(eq(rewriteBlock.rewriteId, rewriteId));
  const changes = await database
    .select()
    .from(change)
    .where(eq(change.rewriteId, rewriteId))
    .orderBy(asc(change.position));
  const isNamed = ({ side, block }: DemoChange, each: (typeof changes)[number]) =>
    side === 'draft'
      ? each.blockIds.includes(findBlock(progress, version!, block).blockId)
      : blocks.some(
          ({ position, text }) => text.includes(block) && each.newPositions.includes(position)
        );
  const find = (named: DemoChange) => {
    const found = changes.find((each) => isNamed(named, each));
    if (!found) throw new Error(`${progress.document.slug}: no change of "${named.block}"`);
    return found;
  };
  return { revision: written!.revision, changes, find };
}
