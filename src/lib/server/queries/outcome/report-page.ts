import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { composeReport } from '#lib/domain/report/compose.ts';
import { hideInputs, type Report } from '#lib/domain/report/report.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { comment, concealment, input, member, report } from '../../database/tables/index.ts';
import { findReport, readReportFacts } from '../../hearing/report-facts.ts';

export type ReportPage = {
  /** Null if there is none that the viewer may see yet. */
  report: Report | null;
  /** Null while it is composed anew. */
  frozenAt: Date | null;
  /** The foreword as it is being written; null to all but the working group. */
  writing: { foreword: string; revision: number } | null;
  /** The rounds whose reports are frozen. */
  rounds: number[];
};

/**
 * Returns the report of a round, by default of the present one. Until it is frozen it is composed
 * anew each time, and only for the working group. A frozen report leaves out text that has been
 * hidden since. Throws Refusal('notFound') if `asked` is null: the address names no round.
 */
export async function readReportPage(
  context: Context,
  document: DocumentHead,
  asked?: number | null
): Promise<ReportPage> {
  if (asked === null) throw new Refusal('notFound');
  const rounds = await listFrozenRounds(context, document.id);
  const round =
    asked ??
    (rounds.includes(document.round) ? document.round : defaultRound(context, document, rounds));
  const row = await findReport(context, { id: document.id, round });
  if (row?.content)
    return {
      report: hideInputs(row.content, await listHidden(context, document.id)),
      frozenAt: row.frozenAt,
      writing: null,
      rounds
    };
  if (!mayWorkOn(context.viewer, document) || round !== document.round || !document.hearing)
    return { report: null, frozenAt: null, writing: null, rounds };
  return {
    report: composeReport(await readReportFacts(context, document, row?.forewordHtml ?? '')),
    frozenAt: null,
    writing: { foreword: row?.foreword ?? '', revision: row?.revision ?? 0 },
    rounds
  };
}

/** Returns the round that is shown by default: the last with a report until the present one has a hearing. */
function defaultRound({ viewer }: Context, document: DocumentHead, rounds: number[]): number {
  const isAtWork = mayWorkOn(viewer, document) && document.hearing !== null;
  return isAtWork ? document.round : (rounds.at(-1) ?? document.round);
}

async function listFrozenRounds({ database }: Context, documentId: string): Promise<number[]> {
  const rows = await database
    .select({ round: report.round })
    .from(report)
    .where(and(eq(report.documentId, documentId), isNotNull(report.frozenAt)))
    .orderBy(report.round);
  return rows.map(({ round }) => round);
}

/** Returns the round's saved foreword, by whom and when; revision 0 if there is none. */
export async function readSavedForeword(
  { database }: Context,
  { id, round }: { id: string; round: number }
) {
  const [found] = await database
    .select({
      foreword: report.foreword,
      revision: report.revision,
      by: member.name,
      at: report.updatedAt
    })
    .from(report)
    .leftJoin(member, eq(member.id, report.updatedBy))
    .where(and(eq(report.documentId, id), eq(report.round, round)));
  return found ?? { foreword: '', revision: 0 };
}

async function listHidden({ database }: Context, documentId: string): Promise<number[]> {
  const rows = await database
    .select({ number: input.number })
    .from(concealment)
    .innerJoin(comment, eq(comment.id, concealment.commentId))
    .innerJoin(input, eq(input.commentId, comment.id))
    .where(eq(comment.documentId, documentId))
    .orderBy(desc(input.number));
  return rows.map(({ number }) => number);
}
