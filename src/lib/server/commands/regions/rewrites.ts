import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { parseBlocks, takeTitle, type Block } from '#lib/domain/document/index.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { renderBlock, renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { looksLikeRemark } from '#lib/domain/hearing/remarks.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { inPortions } from '../../database/portions.ts';
import { change, input, rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { lockMeeting } from '../../access/locks.ts';
import { alignAgain, blocksOf, findRewrite } from '../../text/rewrites.ts';

export type RewritePlan = {
  markdown: string;
  /** What the region says before its text. */
  foreword: string;
  /** The ids of the headings whose sections the meeting considered; null for the whole text. */
  scope: string[] | null;
};

/**
 * Writes down a region's text and aligns it with the version in hearing. Nobody but those who may
 * speak for the region sees it before it is posted. Gives the rewrite's id: of the one that is
 * there where the same words are sent twice. Paragraphs wholly in brackets are taken for the
 * region's remarks until somebody says otherwise.
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
    if (!blocks.some(({ text }) => isVisible(text))) throw new Refusal('emptyText');
    const considered = withinScope(await blocksOf(inside, hearing.versionId), headings);
    if (considered.length === 0) throw new Refusal('rewriteNeedsScope');
    const scope = headings && scopeOf(considered, blocks);
    const twin = await findTwin(inside, meetingId, { markdown, foreword, scope });
    if (twin) return twin;
    const [written] = await database
      .insert(rewrite)
      .values({
        meetingId,
        hearingId: hearing.id,
        versionId: hearing.versionId,
        markdown,
        foreword,
        forewordHtml: renderMarkdown(foreword),
        scope,
        alignment: [],
        writtenBy: viewer.id,
        writtenAt: now
      })
      .returning({ id: rewrite.id });
    const rewriteId = written!.id;
    const rows = blocks.map((block, position) => ({
      ...block,
      rewriteId,
      position,
      html: renderBlock(block),
      isRemark: looksLikeRemark(block)
    }));
    await inPortions(rows, (portion) => database.insert(rewriteBlock).values(portion));
    await alignAgain(inside, rewriteId, {});
    return rewriteId;
  });
}

/**
 * The blocks that a text of some sections stands in place of. Whoever pastes paragraphs without
 * any heading has not taken the headings out.
 */
function scopeOf(considered: readonly Identified[], blocks: readonly Block[]): string[] {
  const isHeading = ({ kind }: Block) => kind === 'heading';
  const within = blocks.some(isHeading)
    ? considered
    : considered.filter((each) => !isHeading(each));
  return within.map(({ blockId }) => blockId);
}

type Identified = Block & { blockId: string };

/** The same words of the same meeting, not posted yet: a form that was sent twice. */
async function findTwin(
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

/** Takes a rewrite back: it stays readable as withdrawn, and nobody need answer its changes. */
export async function withdrawRewrite(context: Context, rewriteId: string) {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { meetingId } = await findRewrite(inside, rewriteId);
    await lockMeeting(inside, meetingId);
    const { withdrawnAt, postedAt } = await findRewrite(inside, rewriteId);
    if (withdrawnAt) throw new Refusal('rewriteWithdrawn');
    if (!postedAt) throw new Refusal('notFound');
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
