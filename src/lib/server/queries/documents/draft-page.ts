import { eq } from 'drizzle-orm';
import { isWritable } from '#lib/domain/hearing/lifecycle.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { draft, member } from '../../database/tables/index.ts';
import { compareWithLatest, previewOf, type PreviewAsked } from './draft-preview.ts';

/** Which pages are asked for of the draft's preview: of its text, its changes and its questions. */
export type DraftAsked = PreviewAsked & { text: PageAsked };

/**
 * Returns the page on which the draft is written, or previewed if `asked` is not null, and
 * published. Throws as readForWork does.
 */
export async function readDraftPage(context: Context, slug: string, asked: DraftAsked | null) {
  const document = await readForWork(context, slug);
  const draft = await readDraft(context, document.id);
  return {
    draft,
    next: (document.latestVersion?.number ?? 0) + 1,
    mayPublish: isWritable(document.state),
    preview: asked && {
      whole: previewOf(draft.markdown, asked.text),
      ...((await compareWithLatest(context, document, draft, asked)) ?? noComparison)
    }
  };
}

/** Before the first version there is nothing to compare with. */
const noComparison = { isUnchanged: false, changes: null, identity: null };

/** Returns the draft's text, its revision, and who saved it when. Throws Refusal('notFound'). */
export async function readDraft({ database }: Context, documentId: string) {
  const [found] = await database
    .select({
      markdown: draft.markdown,
      revision: draft.revision,
      corrections: draft.corrections,
      updatedAt: draft.updatedAt,
      updatedBy: member.name
    })
    .from(draft)
    .leftJoin(member, eq(member.id, draft.updatedBy))
    .where(eq(draft.documentId, documentId));
  if (!found) throw new Refusal('notFound');
  return found;
}

/** Returns the draft as it is saved, for a form that was sent. Throws as readForWork does. */
export async function readDraftForWork(context: Context, slug: string) {
  const { id } = await readForWork(context, slug);
  const { markdown, revision, updatedBy, updatedAt } = await readDraft(context, id);
  return { markdown, revision, by: updatedBy, at: updatedAt };
}

/** Returns the page on which a text or a topic is imported. Throws as readForWork does. */
export async function readImportPage(context: Context, slug: string) {
  const { id, hearing, state } = await readForWork(context, slug);
  const { revision } = await readDraft(context, id);
  const takesTopics = hearing !== null && (state === 'hearing' || state === 'processing');
  return { revision, takesTopics };
}
