import { and, eq } from 'drizzle-orm';
import { align } from '#lib/domain/document/align/align.ts';
import type { ReportFacts } from '#lib/domain/report/facts.ts';
import type { Context } from '../access/context.ts';
import type { DocumentHead } from '../access/documents.ts';
import { member, report, transition } from '../database/tables/index.ts';
import { readVersion } from '../text/versions.ts';
import { listInputs } from './inputs/list.ts';
import { listMeetings, listParties } from './parties.ts';
import { listThemes } from './themes.ts';

/** Returns the row of the round's report, or null if nothing of it has been saved. */
export async function findReport(
  { database }: Context,
  { id, round }: { id: string; round: number }
) {
  const [found] = await database
    .select()
    .from(report)
    .where(and(eq(report.documentId, id), eq(report.round, round)));
  return found ?? null;
}

/** More inputs than any hearing has had, since a report has them all. */
const maxInputs = 5000;

/** Returns all that the report of the present round is composed of, in a fixed number of queries. */
export async function readReportFacts(
  context: Context,
  document: DocumentHead,
  forewordHtml: string
): Promise<ReportFacts> {
  const { title, round, call, hearing } = document;
  const filter = { filter: { round }, limit: maxInputs };
  const { inputs } = await listInputs(context, document, filter);
  const closings = await listClosings(context, document);
  return {
    title,
    round,
    call: call && { ...call, closing: closings.get('callForInput') ?? null },
    hearing: hearing && { ...hearing, closing: closings.get('hearing') ?? null },
    forewordHtml,
    inputs,
    invited: hearing ? await listParties(context, hearing.id) : [],
    meetings: hearing ? await listMeetings(context, hearing.id) : [],
    themes: await listThemes(context, document),
    texts: await compareTexts(context, document)
  };
}

/** Returns who closed the round's call for input and hearing, and why, by the state that ended. */
async function listClosings({ database }: Context, { id, round }: DocumentHead) {
  const rows = await database
    .select({ from: transition.fromState, by: member.name, reason: transition.reason })
    .from(transition)
    .leftJoin(member, eq(member.id, transition.actorId))
    .where(and(eq(transition.documentId, id), eq(transition.round, round)));
  return new Map(rows.map(({ from, by, reason }) => [from, { by, reason }]));
}

/**
 * Returns the alignment of the version that was heard with the newest, or null if they are the
 * same.
 */
async function compareTexts(context: Context, { id, hearing, latestVersion }: DocumentHead) {
  if (!hearing || !latestVersion || latestVersion.number === hearing.versionNumber) return null;
  const from = await readVersion(context, id, hearing.versionNumber);
  const to = await readVersion(context, id, latestVersion.number);
  const stored = to.number === from.number + 1 ? to.alignment : null;
  return { from, to, rows: stored ?? align(from.blocks, to.blocks) };
}
