import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { report } from '../../database/tables/index.ts';
import { markdown, wholeNumber } from '../../formats/fields.ts';

/** In characters: the foreword is a summary and does not repeat the report. */
const maxForewordLength = 20_000;

export const forewordForm = v.object({
  foreword: markdown(maxForewordLength),
  revision: wholeNumber()
});

type Foreword = v.InferOutput<typeof forewordForm>;

/**
 * Saves the foreword of the round's report. `revision` is that of the form, 0 if there was no
 * foreword. Throws Refusal('stale') if another was saved after it, and Refusal('frozen') once the
 * report has been submitted.
 */
export async function saveForeword(
  context: Context,
  documentId: DocumentId,
  { foreword, revision }: Foreword
) {
  if (foreword.length > maxForewordLength)
    throw new Refusal('textTooLong', { limit: maxForewordLength });
  await inTransaction(context, async (inside) => {
    const { viewer, now } = asMember(inside);
    const locked = await lockForWork(inside, documentId);
    refuseUnlessAnswerable(locked, { round: locked.round, isWithdrawn: false });
    const written = { foreword, forewordHtml: renderMarkdown(foreword) };
    const row = { ...written, updatedBy: viewer.id, updatedAt: now };
    const [saved] =
      revision === 0
        ? await insertReport(inside, locked, row)
        : await updateReport(inside, locked, { ...row, revision });
    if (!saved) throw new Refusal('stale');
  });
}

type Row = Omit<typeof report.$inferInsert, 'documentId' | 'round'>;

const insertReport = ({ database }: Context, { id, round }: LockedDocument, row: Row) =>
  database
    .insert(report)
    .values({ ...row, documentId: id, round })
    .onConflictDoNothing()
    .returning({ id: report.id });

const updateReport = (
  { database }: Context,
  { id, round }: LockedDocument,
  { revision, ...row }: Row & { revision: number }
) =>
  database
    .update(report)
    .set({ ...row, revision: revision + 1 })
    .where(and(eq(report.documentId, id), eq(report.round, round), eq(report.revision, revision)))
    .returning({ id: report.id });
