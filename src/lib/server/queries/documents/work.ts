import { eq } from 'drizzle-orm';
import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { draft, member } from '../../database/tables/index.ts';
import { readDocument, type DocumentHead } from '../../access/documents.ts';

/** The document, for a page of its working group. Refuses everyone else. */
export async function readForWork(context: Context, slug: string): Promise<DocumentHead> {
  const document = await readDocument(context, slug);
  if (!mayWorkOn(asMember(context).viewer, document)) throw new Refusal('notAllowed');
  return document;
}

/** What the working group is writing, and who saved it last. */
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
