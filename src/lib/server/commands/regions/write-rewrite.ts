import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { renderBlock, renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { alignRewrite, keepReasons } from '#lib/domain/hearing/align-rewrite.ts';
import { looksLikeRemark } from '#lib/domain/hearing/remarks.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { lockMeeting } from '../../access/locks.ts';
import { inBatches } from '../../database/batches.ts';
import { rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { text, uuid } from '../../formats/fields.ts';
import { listVersionBlocks } from '../../text/versions.ts';
import { saveChanges } from './save-changes.ts';

/** In characters: what a region writes before its text is a page at most. */
export const maxForewordLength = 10_000;

export const rewriteForm = v.object({
  meeting: uuid,
  extent: v.picklist(['whole', 'sections']),
  scope: v.optional(v.array(uuid), []),
  foreword: text(maxForewordLength),
  markdown: v.string(),
  file: v.optional(v.file())
});

export type RewritePlan = {
  markdown: string;
  /** What the region writes before its text. */
  foreword: string;
  /** The ids of the headings whose sections the meeting considered; null for the whole text. */
  scope: string[] | null;
};

/**
 * Saves a region's text, in Markdown or as it was pasted, aligned with the version in hearing, and returns the rewrite's id. Until
 * it is posted, only those who may speak for the region can see it. If the meeting has the same
 * text already, not posted, returns that one's id. Paragraphs wholly in brackets are marked as
 * remarks. Throws Refusal('emptyText'), Refusal('rewriteNeedsScope') if the scope holds nothing,
 * and as lockMeeting does.
 */
export async function writeRewrite(
  context: Context,
  meetingId: string,
  { scope: headings, markdown: given, ...rest }: RewritePlan
): Promise<string> {
  const plan = { ...rest, markdown: asMarkdown(given) };
  return inTransaction(context, async (inside) => {
    const { hearing } = await lockMeeting(inside, meetingId);
    const { blocks } = takeTitle(parseBlocks(plan.markdown));
    if (!blocks.some(({ text }) => isVisible(text))) throw new Refusal('emptyText');
    const version = await listVersionBlocks(inside.database, hearing.versionId);
    const chosen = withinScope(version, headings);
    if (chosen.length === 0) throw new Refusal('rewriteNeedsScope');
    const considered = headings ? blocksReplaced(chosen, blocks) : chosen;
    const scope = headings && considered.map(({ blockId }) => blockId);
    const same = await findSame(inside, meetingId, { ...plan, scope });
    if (same) return same;
    return save(inside, { ...plan, meetingId, hearing, scope }, { considered, blocks });
  });
}

/**
 * Returns the blocks that a text of some sections replaces: a text without any heading does not
 * replace the headings.
 */
function blocksReplaced<Each extends Block>(chosen: Each[], blocks: readonly Block[]): Each[] {
  const isHeading = ({ kind }: Block) => kind === 'heading';
  return blocks.some(isHeading) ? chosen : chosen.filter((each) => !isHeading(each));
}

/** Returns the id of the same text of the same meeting, not posted: a form that was sent twice. */
async function findSame(
  { database }: Context,
  meetingId: string,
  { markdown, foreword, scope }: RewritePlan
): Promise<string | null> {
  const unposted = await database
    .select({ id: rewrite.id, scope: rewrite.scope })
    .from(rewrite)
    .where(
      and(
        eq(rewrite.meetingId, meetingId),
        eq(rewrite.markdown, markdown),
        eq(rewrite.foreword, foreword),
        isNull(rewrite.postedAt)
      )
    );
  return unposted.find((each) => String(each.scope) === String(scope))?.id ?? null;
}

async function save(
  context: Context,
  {
    hearing,
    ...plan
  }: RewritePlan & { meetingId: string; hearing: { id: string; versionId: string } },
  texts: { considered: readonly (Block & { blockId: string })[]; blocks: readonly Block[] }
): Promise<string> {
  const { database, viewer, now } = asMember(context);
  const blocks = texts.blocks.map((block, position) => ({
    ...block,
    position,
    html: renderBlock(block),
    isRemark: looksLikeRemark(block)
  }));
  const aligned = alignRewrite({ considered: texts.considered, blocks, corrections: {} });
  const [written] = await database
    .insert(rewrite)
    .values({
      ...plan,
      hearingId: hearing.id,
      versionId: hearing.versionId,
      forewordHtml: renderMarkdown(plan.foreword),
      alignment: aligned.rows,
      writtenBy: viewer.id,
      writtenAt: now
    })
    .returning({ id: rewrite.id });
  const rewriteId = written!.id;
  const rows = blocks.map((block) => ({ ...block, rewriteId }));
  await inBatches(rows, (portion) => database.insert(rewriteBlock).values(portion));
  await saveChanges(context, rewriteId, keepReasons([], aligned));
  return rewriteId;
}
