import { eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { document, draft, workingGroupMember } from '../database/tables/index.ts';
import { beginDocument, saveDraft } from '../commands/documents/drafts.ts';
import { publishVersion } from '../commands/documents/publish-version.ts';
import { readVersion } from '../text/versions.ts';
import { calledFor } from './call.ts';
import type { DemoVersion } from './content/index.ts';
import type { Happening } from './happening.ts';
import { heard } from './hearing.ts';
import type { Story } from './story.ts';

/** Begins the document, at an address short enough to read aloud, and gathers its working group. */
export async function beginStory(context: Context, story: Story, members: Map<string, string>) {
  const { database, now } = context;
  const { workingGroup, slug, region, proposers, involved, ...told } = story.document;
  const { id } = await beginDocument(context, {
    title: told.title,
    summary: told.summary,
    level: told.level,
    policyArea: told.policyArea,
    audience: told.audience,
    regionId: region ? story.regions.get(region)! : null,
    proposers: [...proposers],
    involved: [...involved],
    markdown: ''
  });
  story.documentId = id;
  await database.update(document).set({ slug }).where(eq(document.id, id));
  await database
    .insert(workingGroupMember)
    .values(workingGroup.map((name) => ({ memberId: members.get(name)!, ...joined(id, now) })))
    .onConflictDoNothing();
}

const joined = (documentId: string, addedAt: Date) => ({ documentId, addedAt });

/** Everything that happens to the document once it is begun. */
export function happeningsOf(story: Story): Happening[] {
  const { call, versions, hearings } = story.document;
  return [
    ...(call ? calledFor(story, call) : []),
    ...versions.map((version) => published(story, version)),
    ...hearings.flatMap((hearing) => heard(story, hearing))
  ];
}

const published = (story: Story, version: DemoVersion): Happening => ({
  at: story.calendar.momentOf(version.published.at),
  by: version.published.by,
  async happen(context) {
    const { documentId } = story;
    const [writing] = await context.database
      .select({ revision: draft.revision })
      .from(draft)
      .where(eq(draft.documentId, documentId));
    const { markdown, note, number } = version;
    const saved = await saveDraft(context, documentId, { markdown, ...writing! });
    await publishVersion(context, documentId, { note, ...saved });
    const { blocks } = await readVersion(context, documentId, number);
    story.blocks.set(number, blocks);
  }
});
