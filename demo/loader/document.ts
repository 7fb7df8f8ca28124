import { eq } from 'drizzle-orm';
import type { Context } from '#lib/server/access/context.ts';
import { document, draft, workingGroupMember } from '#lib/server/database/tables/index.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import type { DemoVersion } from '../reader/document.ts';
import type { Action } from './action.ts';
import { callActions } from './call.ts';
import { hearingActions } from './hearing.ts';
import type { Progress } from './progress.ts';

/** Creates the document with the content's slug as its address, and its working group. */
export async function createDocument(
  context: Context,
  progress: Progress,
  memberIds: ReadonlyMap<string, string>
) {
  const { database, now } = context;
  const { title, summary, level, policyArea, audience, ...content } = progress.document;
  const { workingGroup, slug, region, proposers, involved } = content;
  const { id } = await beginDocument(context, {
    ...{ title, summary, level, policyArea, audience, proposers, involved },
    regionId: region ? progress.regionIds.get(region)! : null,
    markdown: ''
  });
  progress.documentId = id;
  await database.update(document).set({ slug }).where(eq(document.id, id));
  const added = { documentId: id, addedAt: now };
  await database
    .insert(workingGroupMember)
    .values(workingGroup.map((name) => ({ memberId: memberIds.get(name)!, ...added })))
    .onConflictDoNothing();
}

/** Returns every action after the document has been created. */
export function documentActions(progress: Progress): Action[] {
  const { call, versions, hearings } = progress.document;
  return [
    ...(call ? callActions(progress, call) : []),
    ...versions.map((version) => publicationAction(progress, version)),
    ...hearings.flatMap((hearing) => hearingActions(progress, hearing))
  ];
}

const publicationAction = (progress: Progress, version: DemoVersion): Action => ({
  at: progress.calendar.dateOf(version.published.at),
  by: version.published.by,
  async run(context) {
    const { documentId } = progress;
    const [current] = await context.database
      .select({ revision: draft.revision })
      .from(draft)
      .where(eq(draft.documentId, documentId));
    const { markdown, note, number } = version;
    const saved = await saveDraft(context, documentId, { markdown, ...current! });
    await publishVersion(context, documentId, { note, ...saved });
    const { blocks } = await readVersion(context, documentId, number);
    progress.blocks.set(number, blocks);
  }
});
