import { asc, eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { change, rewrite, rewriteBlock } from '../database/tables/index.ts';
import { writeRewrite } from '../commands/regions/rewrites.ts';
import { postRewrite, reviewRewrite } from '../commands/regions/review-rewrite.ts';
import type { DemoChange, DemoRewrite } from './content/index.ts';
import { liked, type Debate } from './debate.ts';
import type { Happening } from './happening.ts';
import { blockAt, type Story } from './story.ts';

/** The key of the nth change that a rewrite says something of. */
export const changeKey = (meeting: string, nth: number) => `${meeting}/${nth}`;

/** A region's text is written, looked through, given its reasons and posted; its changes are liked. */
export function rewritten(
  story: Story,
  debate: Debate,
  meeting: string,
  text: DemoRewrite,
  meetingId: () => string
): Happening[] {
  const at = story.calendar.momentOf(text.posted.at);
  const changeIds: string[] = [];
  const posted: Happening = {
    at,
    by: text.posted.by,
    async happen(context) {
      const rewriteId = await writeRewrite(context, meetingId(), {
        markdown: text.markdown,
        foreword: text.foreword ?? '',
        scope: scopeOf(story, debate, text)
      });
      await giveReasons(context, story, debate, text, rewriteId);
      const { revision, changes, find } = await read(context, story, debate, rewriteId);
      await postRewrite(context, rewriteId, revision);
      changeIds.push(...text.changes.map((each) => find(each).id));
      changeIds.forEach((changeId, nth) => story.inputs.set(changeKey(meeting, nth), { changeId }));
      const others = changes.map(({ id }) => id).filter((id) => !changeIds.includes(id));
      story.otherChanges.set(meeting, others);
    }
  };
  const likes = text.changes.flatMap((each, nth) =>
    liked(each.likes ?? [], at, debate.until, () => ({ changeId: changeIds[nth]! }))
  );
  return [posted, ...likes];
}

const scopeOf = (story: Story, { version }: Debate, { scope }: DemoRewrite) =>
  scope === 'whole' ? null : scope.map((heading) => blockAt(story, version!, heading).blockId);

async function giveReasons(
  context: Context,
  story: Story,
  debate: Debate,
  { changes, foreword = '' }: DemoRewrite,
  rewriteId: string
) {
  const { revision, blocks, find } = await read(context, story, debate, rewriteId);
  const given = changes.filter(({ reason }) => reason);
  await reviewRewrite(context, rewriteId, {
    revision,
    foreword,
    reasons: Object.fromEntries(given.map((each) => [find(each).position, each.reason!])),
    remarks: blocks.filter(({ isRemark }) => isRemark).map(({ position }) => position),
    corrections: {}
  });
}

/** The rewrite as it stands, and how to find a change of it by a snippet. */
async function read({ database }: Context, story: Story, { version }: Debate, rewriteId: string) {
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
  const isAbout = ({ side, block }: DemoChange, each: (typeof changes)[number]) =>
    side === 'draft'
      ? each.blockIds.includes(blockAt(story, version!, block).blockId)
      : blocks.some(
          ({ position, text }) => text.includes(block) && each.newPositions.includes(position)
        );
  const find = (about: DemoChange) => {
    const found = changes.find((each) => isAbout(about, each));
    if (!found) throw new Error(`${story.document.slug}: no change of "${about.block}"`);
    return found;
  };
  return { revision: written!.revision, blocks, changes, find };
}
