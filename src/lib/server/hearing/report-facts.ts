import { and, eq } from 'drizzle-orm';
import { align } from '#lib/domain/document/align/align.ts';
import type { ReportFacts } from '#lib/domain/report/facts.ts';
import { listThemes } from './themes.ts';
import type { Context } from '../access/context.ts';
import { member, transition } from '../database/tables/index.ts';
import type { DocumentHead } from '../access/documents.ts';
import { readVersion } from '../text/versions.ts';
import { listMeetings, listParties } from './parties.ts';
import { listInputs } from './inputs/inputs.ts';

/** More inputs than a hearing has had; a report holds them all. */
const mostInputs = 5000;

/** All that the present round's report is composed of; a fixed number of queries. */
export async function readFacts(
  context: Context,
  document: DocumentHead,
  forewordHtml: string
): Promise<ReportFacts> {
  const { title, round, call, hearing, latestVersion } = document;
  const { inputs } = await listInputs(context, document, {
    filter: { round },
    limit: mostInputs
  });
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
    texts:
      hearing && latestVersion && latestVersion.number !== hearing.versionNumber
        ? await compareTexts(context, document.id, hearing.versionNumber, latestVersion.number)
        : null
  };
}

/** Who ended the round's call for input and its hearing, and why, by the state that was left. */
async function listClosings({ database }: Context, { id, round }: DocumentHead) {
  const rows = await database
    .select({ from: transition.fromState, by: member.name, reason: transition.reason })
    .from(transition)
    .leftJoin(member, eq(member.id, transition.actorId))
    .where(and(eq(transition.documentId, id), eq(transition.round, round)));
  return new Map(rows.map(({ from, by, reason }) => [from, { by, reason }]));
}

async function compareTexts(context: Context, documentId: string, from: number, to: number) {
  const heard = await readVersion(context, documentId, from);
  const latest = await readVersion(context, documentId, to);
  const stored = to === from + 1 ? latest.alignment : null;
  return { from: heard, to: latest, rows: stored ?? align(heard.blocks, latest.blocks) };
}
