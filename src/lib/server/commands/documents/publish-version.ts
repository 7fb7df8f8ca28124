import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, not, sql } from 'drizzle-orm';
import {
  align,
  assignIdentity,
  firstIdentity,
  parseBlocks,
  takeTitle,
  type Block
} from '#lib/domain/document/index.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessWritable } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { inPortions } from '../../database/portions.ts';
import { block, document, draft, version, versionBlock } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';

/** What the form that publishes a draft says of it. */
export type Publication = {
  note: string;
  /** That of the draft that was read. */
  revision: number;
  /** The number that the form said the version would have; what is sent twice is known by it. */
  number?: number;
};

/**
 * Publishes the draft as the next version. Its blocks are aligned with the version before, so
 * that each keeps its identity, as the working group has said where it was asked, and their HTML is
 * rendered here, once.
 * Refuses a draft with nothing under its headings, one that has not changed, and with stale one
 * that somebody else has saved since `revision`. The same sent twice gives the version of the first.
 */
export async function publishVersion(
  context: Context,
  documentId: string,
  { note, revision, number: meant }: Publication
): Promise<{ number: number; versionId: string }> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    refuseUnlessWritable(held.state);
    const [writing] = await database.select().from(draft).where(eq(draft.documentId, documentId));
    if (!writing) throw new Refusal('nothingToPublish');
    if (writing.revision !== revision) throw new Refusal('stale');
    const { title, blocks } = takeTitle(parseBlocks(writing.markdown));
    if (!blocks.some(({ kind, text }) => kind !== 'heading' && isVisible(text)))
      throw new Refusal('nothingToPublish');
    const before = await latestVersion(inside, documentId);
    if (before?.markdown === writing.markdown) {
      const own = await findPublished(inside, documentId, { note, revision, number: meant });
      if (own) return own;
      throw new Refusal('unchangedVersion');
    }
    const number = (before?.number ?? 0) + 1;
    const corrections = before ? writing.corrections : {};
    const rows = before && align(before.blocks, blocks, { corrections });
    const [published] = await database
      .insert(version)
      .values({
        documentId,
        number,
        title: title ?? held.title,
        markdown: writing.markdown,
        note,
        alignment: rows,
        corrections,
        publishedBy: viewer.id,
        publishedAt: now
      })
      .returning({ id: version.id });
    await writeBlocks(inside, documentId, published!.id, blocks, before, rows);
    await database.update(draft).set({ corrections: {} }).where(eq(draft.documentId, documentId));
    if (title) await database.update(document).set({ title }).where(eq(document.id, documentId));
    return { number, versionId: published!.id };
  });
}

/** The newest version, where the viewer has published it by this very form; else null. */
export async function findPublished(
  context: Context,
  documentId: string,
  { note, revision, number }: Publication
): Promise<{ number: number; versionId: string } | null> {
  const { database, viewer } = asMember(context);
  if (number === undefined) return null;
  const isLater = sql`exists (select from ${version} later
    where later.document_id = ${documentId} and later.number > ${number})`;
  const [own] = await database
    .select({ number: version.number, versionId: version.id })
    .from(version)
    .innerJoin(draft, eq(draft.documentId, version.documentId))
    .where(
      and(
        ...[eq(version.documentId, documentId), eq(version.number, number), eq(version.note, note)],
        ...[eq(version.publishedBy, viewer.id), eq(version.markdown, draft.markdown)],
        ...[eq(draft.revision, revision), not(isLater)]
      )
    );
  return own ?? null;
}

type Before = typeof version.$inferSelect & { blocks: (Block & { blockId: string })[] };

async function latestVersion({ database }: Context, documentId: string): Promise<Before | null> {
  const [latest] = await database
    .select()
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(desc(version.number))
    .limit(1);
  if (!latest) return null;
  const blocks = await database
    .select()
    .from(versionBlock)
    .where(eq(versionBlock.versionId, latest.id))
    .orderBy(asc(versionBlock.position));
  return { ...latest, blocks };
}

async function writeBlocks(
  { database }: Context,
  documentId: string,
  versionId: string,
  blocks: Block[],
  before: Before | null,
  rows: ReturnType<typeof align> | null
) {
  const { blocks: identified } =
    before && rows
      ? assignIdentity(before.blocks, rows, blocks, randomUUID)
      : firstIdentity(blocks, randomUUID);
  await inPortions(identified, (portion) =>
    database
      .insert(block)
      .values(portion.map(({ blockId }) => ({ id: blockId, documentId })))
      .onConflictDoNothing()
  );
  let number = 0;
  const written = blocks.map((each, position) => ({
    ...each,
    versionId,
    position,
    number: each.kind === 'heading' ? null : ++number,
    html: renderBlock(each),
    blockId: identified[position]!.blockId,
    origins: [...identified[position]!.from],
    relation: identified[position]!.relation
  }));
  await inPortions(written, (portion) => database.insert(versionBlock).values(portion));
}
