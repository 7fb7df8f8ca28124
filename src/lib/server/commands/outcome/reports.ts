import { and, eq, isNull, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Report } from '#lib/domain/report/report.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { report } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';

/** A summary, and not the report over again. */
export const longestForeword = 20_000;

/**
 * Saves the working group's summary of the round. `revision` is that of the form, 0 where nothing
 * was written. Refuses with stale where somebody saved after it, and with frozen once it is sent.
 */
export async function saveForeword(
  context: Context,
  documentId: string,
  { foreword, revision }: { foreword: string; revision: number }
) {
  if (foreword.length > longestForeword)
    throw new Refusal('textTooLong', { limit: longestForeword });
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    refuseUnlessAnswerable(held, { round: held.round, isWithdrawn: false });
    const row = {
      foreword,
      forewordHtml: renderMarkdown(foreword),
      updatedBy: viewer.id,
      updatedAt: now
    };
    const [saved] =
      revision === 0
        ? await database
            .insert(report)
            .values({ ...row, documentId, round: held.round })
            .onConflictDoNothing()
            .returning({ id: report.id })
        : await database
            .update(report)
            .set({ ...row, revision: revision + 1 })
            .where(
              and(
                eq(report.documentId, documentId),
                eq(report.round, held.round),
                eq(report.revision, revision)
              )
            )
            .returning({ id: report.id });
    if (!saved) throw new Refusal('stale');
  });
}

/** Freezes the composed report; gives its id. The document must be held. Refuses with frozen. */
export async function freezeReport(
  context: Context,
  { id: documentId, round }: { id: string; round: number },
  content: Report
): Promise<string> {
  const { database, viewer, now } = asMember(context);
  const frozen = { content, frozenAt: now };
  const [kept] = await database
    .insert(report)
    .values({ documentId, round, updatedBy: viewer.id, updatedAt: now, ...frozen })
    .onConflictDoUpdate({
      target: [report.documentId, report.round],
      set: { ...frozen, revision: sql`${report.revision} + 1` },
      setWhere: isNull(report.frozenAt)
    })
    .returning({ id: report.id });
  if (!kept) throw new Refusal('frozen');
  return kept.id;
}
