import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';
import { replyTo } from '#lib/server/commands/debate/reply.ts';
import type { Context } from '#lib/server/access/context.ts';
import { draft, input } from '#lib/server/database/tables/index.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openHearing } from '#lib/server/commands/documents/open-hearing.ts';
import { answerAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { beginDocument, type DocumentPlan } from '#lib/server/commands/documents/begin-document.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { contextAt } from './people.ts';

/** A document in hearing, and the context of the member of its working group who began it. */
export type DocumentInHearing = { id: string; slug: string; workingGroup: Context };

/** Begins a document, publishes its text and opens a hearing that is long enough to need no reason. */
export async function openDocumentHearing(
  beginner: Context,
  markdown: string,
  plan: Partial<DocumentPlan> = {}
): Promise<DocumentInHearing> {
  const { id, slug } = await beginDocument(beginner, { ...plainPlan, ...plan, markdown: '' });
  const workingGroup = await contextAt(beginner, beginner.now);
  await publishText({ id, workingGroup }, markdown);
  await openRound({ id, workingGroup });
  return { id, slug, workingGroup };
}

/** Opens a hearing of the newest version that is long enough to need no reason. */
export const openRound = ({ id, workingGroup }: Pick<DocumentInHearing, 'id' | 'workingGroup'>) =>
  openHearing(workingGroup, id, {
    ...{ opensAt: workingGroup.now, closesAt: longAfter(workingGroup.now) },
    ...{ reasonForShortPeriod: '', invited: [] }
  });

const plainPlan: Omit<DocumentPlan, 'markdown'> = {
  title: 'Havnen',
  summary: '',
  level: 'national',
  policyArea: 'By',
  regionId: null,
  audience: 'public',
  proposers: [],
  involved: []
};

/** Returns the time three weeks later, a week more than a hearing needs. */
const longAfter = (opensAt: Date) => new Date(opensAt.getTime() + 21 * 24 * 60 * 60 * 1000);

/** Saves the text as the draft, publishes it and returns the new version. */
export async function publishText(
  { id, workingGroup }: Pick<DocumentInHearing, 'id' | 'workingGroup'>,
  markdown: string
) {
  const [{ revision } = { revision: 0 }] = await workingGroup.database
    .select({ revision: draft.revision })
    .from(draft)
    .where(eq(draft.documentId, id));
  const saved = await saveDraft(workingGroup, id, { markdown, revision });
  await publishVersion(workingGroup, id, { note: '', ...saved });
  return readVersion(workingGroup, id);
}

/** Comments on the whole or on the block, and returns the comment's id. */
export const writeComment = (
  who: Context,
  { id }: Pick<DocumentInHearing, 'id'>,
  markdown: string,
  blockId?: string
) =>
  postComment(who, id, {
    ...{ markdown, blockId: blockId ?? null, formKey: randomUUID() },
    ...{ passage: null, kind: null, wording: null }
  });

/** Replies to the comment and returns the reply's id. */
export const writeReply = (who: Context, commentId: string, markdown: string) =>
  replyTo(who, commentId, { markdown, formKey: randomUUID() });

/** Closes the hearing, accepts every input with the same answer, and submits the newest version. */
export async function closeAndSubmit(held: DocumentInHearing, words: string) {
  await closeHearing(held.workingGroup, held.id, '');
  await answerAllAndSubmit(held, words);
}

/** Accepts every input of a closed hearing with the same answer, and submits the newest version. */
export async function answerAllAndSubmit({ id, workingGroup }: DocumentInHearing, words: string) {
  const numbers = await workingGroup.database
    .select({ number: input.number })
    .from(input)
    .where(eq(input.documentId, id));
  const asked = numbers.map(({ number }) => ({ number, revision: 0 }));
  const answered = { disposition: 'accepted', markdown: words, themeId: null } as const;
  if (asked.length > 0)
    await answerAlike(workingGroup, id, asked, { ...answered, duplicateOf: null, referredTo: '' });
  const { number } = await readVersion(workingGroup, id);
  await submitDocument(workingGroup, id, { message: '', versionNumber: number });
}
