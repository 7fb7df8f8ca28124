import { randomUUID } from 'node:crypto';
import { and, desc, eq, not, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { assignIdentity, firstIdentity } from '#lib/domain/document/identity/identity.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import type { Block } from '#lib/domain/document/block.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessWritable } from '#lib/domain/hearing/lifecycle.ts';
import { applyAnswers, type CorrectionAnswers } from '#lib/domain/hearing/corrections.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { inBatches } from '../../database/batches.ts';
import { block, document, draft, version, versionBlock } from '../../database/tables/index.ts';
import { text, wholeNumber } from '../../formats/fields.ts';
import { alignDraft } from '../../text/drafts.ts';
import { listVersionBlocks } from '../../text/versions.ts';

export const maxNoteLength = 500;

/** The form that publishes the draft; the rest of its fields answer which paragraph became which. */
export const versionForm = v.objectWithRest(
  {
    ...{ note: text(maxNoteLength), revision: wholeNumber() },
    /** The number that the page said the version would have. */
    number: v.optional(wholeNumber()),
    forget: v.optional(v.array(v.string()), []),
    /** The page of questions to go on to. */
    then: v.optional(v.string(), '')
  },
  v.union([v.string(), v.array(v.string())])
);

export type Publication = {
  note: string;
  /** The revision of the draft that is published. */
  revision: number;
  /** The number that the form gave the version: the same form sent twice publishes one version. */
  number?: number;
  /** The answers to which paragraph became which; null if the form answers nothing. */
  answers?: CorrectionAnswers | null;
};

type Published = { number: number; versionId: string };

/**
 * Publishes the draft as the next version, in one transaction that aligns its blocks with the
 * latest version at most once, so that each keeps its identity as the working group has answered,
 * and renders their HTML. Returns the version that the viewer has published by the same form, if
 * there is one. Throws Refusal('stale') if the draft was saved after `revision` or an answer is
 * about another text, 'nothingToPublish' if only its headings show words, and 'unchangedVersion'.
 */
export async function publishVersion(
  context: Context,
  documentId: DocumentId,
  publication: Publication
): Promise<Published> {
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const same = await findPublished(inside, locked.id, publication);
    if (same) return same;
    refuseUnlessWritable(locked.state);
    const writing = await readDraftAt(inside, locked.id, publication.revision);
    const latest = await findLatestVersion(inside, locked.id);
    const corrections = correctionsOf(writing, latest, publication.answers);
    const { title, blocks } = takeTitle(parseBlocks(writing.markdown));
    refuseUnlessText(blocks);
    if (latest?.markdown === writing.markdown) throw new Refusal('unchangedVersion');
    const text = { markdown: writing.markdown, blocks, corrections };
    const rows = latest && (await alignDraft(context.database, latest, text));
    const published = await insertVersion(inside, locked, {
      ...{ number: (latest?.number ?? 0) + 1, title: title ?? locked.title },
      ...{ markdown: writing.markdown, note: publication.note, alignment: rows, corrections }
    });
    await insertBlocks(inside, locked.id, published.versionId, identify(latest, rows, blocks));
    await finishDraft(inside, locked.id, title);
    return published;
  });
}

/** Returns the newest version if the viewer has published it by the same form, else null. */
async function findPublished(
  context: Context,
  documentId: string,
  { note, revision, number }: Publication
): Promise<Published | null> {
  const { database, viewer } = asMember(context);
  if (number === undefined) return null;
  const isLater = sql`exists (select from ${version} later
    where later.document_id = ${documentId} and later.number > ${number})`;
  const [found] = await database
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
  return found ?? null;
}

async function readDraftAt({ database }: Context, documentId: string, revision: number) {
  const [found] = await database.select().from(draft).where(eq(draft.documentId, documentId));
  if (!found) throw new Refusal('nothingToPublish');
  if (found.revision !== revision) throw new Refusal('stale');
  return found;
}

type LatestVersion = NonNullable<Awaited<ReturnType<typeof findLatestVersion>>>;

async function findLatestVersion({ database }: Context, documentId: string) {
  const [latest] = await database
    .select()
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(desc(version.number))
    .limit(1);
  return latest ? { ...latest, blocks: await listVersionBlocks(database, latest.id) } : null;
}

/** Returns the draft's corrections with the form's answers; throws 'notFound' if there is no version that they could be about. */
function correctionsOf(
  { corrections }: typeof draft.$inferSelect,
  latest: LatestVersion | null,
  answers: CorrectionAnswers | null | undefined
) {
  if (!latest && answers) throw new Refusal('notFound');
  if (!latest) return {};
  return answers ? applyAnswers(corrections, answers) : corrections;
}

function refuseUnlessText(blocks: Block[]) {
  if (!blocks.some(({ kind, text }) => kind !== 'heading' && isVisible(text)))
    throw new Refusal('nothingToPublish');
}

async function insertVersion(
  context: Context,
  { id: documentId }: LockedDocument,
  values: Omit<typeof version.$inferInsert, 'documentId' | 'publishedBy' | 'publishedAt'>
): Promise<Published> {
  const { database, viewer, now } = asMember(context);
  const [published] = await database
    .insert(version)
    .values({ ...values, documentId, publishedBy: viewer.id, publishedAt: now })
    .returning({ number: version.number, versionId: version.id });
  return published!;
}

/** Returns the blocks with their ids, those they come from, and their numbers and HTML. */
function identify(latest: LatestVersion | null, rows: readonly Row[] | null, blocks: Block[]) {
  const { blocks: identified } =
    latest && rows
      ? assignIdentity(latest.blocks, rows, blocks, randomUUID)
      : firstIdentity(blocks, randomUUID);
  let number = 0;
  return blocks.map((each, position) => ({
    ...each,
    position,
    number: each.kind === 'heading' ? null : ++number,
    html: renderBlock(each),
    blockId: identified[position]!.blockId,
    origins: [...identified[position]!.from],
    relation: identified[position]!.relation
  }));
}

async function insertBlocks(
  { database }: Context,
  documentId: string,
  versionId: string,
  blocks: ReturnType<typeof identify>
) {
  const ids = blocks.map(({ blockId }) => ({ id: blockId, documentId }));
  await inBatches(ids, (portion) => database.insert(block).values(portion).onConflictDoNothing());
  const rows = blocks.map((each) => ({ ...each, versionId }));
  await inBatches(rows, (portion) => database.insert(versionBlock).values(portion));
}

/** Clears the corrections, which the version holds now, and names the document by the draft's title. */
async function finishDraft({ database }: Context, documentId: string, title: string | null) {
  await database.update(draft).set({ corrections: {} }).where(eq(draft.documentId, documentId));
  if (title) await database.update(document).set({ title }).where(eq(document.id, documentId));
}
