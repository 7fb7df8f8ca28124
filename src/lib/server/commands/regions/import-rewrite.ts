import { and, desc, eq, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { change, rewrite } from '../../database/tables/index.ts';
import { readVersion } from '../../text/versions.ts';
import { readDocument } from '../../access/documents.ts';
import { enterMeeting, type MeetingPlan } from './enter-meeting.ts';
import { writeRewrite } from './write-rewrite.ts';
import { type ImportedFile, importText } from '../../formats/files/document-text.ts';

export type RewriteImport = {
  meeting: MeetingPlan;
  foreword: string;
  /** The headings of the sections that the meeting considered; null for the whole text. */
  scope: string[] | null;
};

/**
 * Enters the meeting and saves its text as a rewrite that is not posted. The same text of the same
 * meeting is saved once; `isNew` says whether it was now. Throws a Refusal if the version in hearing
 * lacks one of the headings.
 */
export async function importRewrite(
  context: Context,
  slug: string,
  file: ImportedFile,
  { meeting, foreword, scope }: RewriteImport
): Promise<{ rewriteId: string; isNew: boolean; changes: number }> {
  const { markdown } = await importText(file.bytes, file.name);
  return inTransaction(context, async (inside) => {
    const document = await readDocument(inside, slug);
    if (!document.hearing) throw new Refusal('importNeedsHearing');
    const headings =
      scope && (await headingsOf(inside, document.id, document.hearing.versionNumber, scope));
    const meetingId = await enterMeeting(inside, document.id, meeting);
    const existing = await findSame(inside, meetingId, markdown);
    const rewriteId =
      existing ?? (await writeRewrite(inside, meetingId, { markdown, foreword, scope: headings }));
    const changes = await inside.database.$count(change, eq(change.rewriteId, rewriteId));
    return { rewriteId, isNew: existing === null, changes };
  });
}

async function headingsOf(
  context: Context,
  documentId: string,
  versionNumber: number,
  names: string[]
): Promise<string[]> {
  const { blocks } = await readVersion(context, documentId, versionNumber);
  return names.map((name) => {
    const found = blocks.find(({ kind, text }) => kind === 'heading' && sameWords(text, name));
    if (!found) throw new Refusal('headingUnknown', { heading: name });
    return found.blockId;
  });
}

const sameWords = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Returns the id of the meeting's rewrite with the same text, posted or not, unless it is withdrawn. */
async function findSame(
  { database }: Context,
  meetingId: string,
  markdown: string
): Promise<string | null> {
  const [found] = await database
    .select({ id: rewrite.id })
    .from(rewrite)
    .where(
      and(
        eq(rewrite.meetingId, meetingId),
        eq(rewrite.markdown, markdown),
        isNull(rewrite.withdrawnAt)
      )
    )
    .orderBy(desc(rewrite.writtenAt))
    .limit(1);
  return found?.id ?? null;
}
