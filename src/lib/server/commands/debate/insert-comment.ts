import { and, eq, sql } from 'drizzle-orm';
import { asMember, type Context } from '../../access/context.ts';
import { comment } from '../../database/tables/index.ts';
import { renderComment } from '../../text/mentions.ts';
import { keyOfSent } from '../form-key.ts';
import { setMentions } from './set-mentions.ts';

type Insertion = Omit<typeof comment.$inferInsert, 'authorName' | 'html' | 'createdAt'> & {
  formKey: string;
};

/**
 * Saves a comment or reply of the current member, and returns its id. A form that is sent twice
 * with the same text returns the id of the comment that it made the first time, unless that was
 * edited or withdrawn since: then a new comment is made.
 */
export async function insertComment(
  context: Context,
  row: Insertion
): Promise<{ id: string; isNew: boolean }> {
  const { database, viewer, now } = asMember(context);
  const { html, mentioned } = await renderComment(context, row.documentId, row.markdown);
  const [inserted] = await database
    .insert(comment)
    .values({
      ...row,
      authorId: viewer.id,
      authorName: sql`(select m.name from member m where m.id = ${viewer.id})`,
      html,
      createdAt: now
    })
    .onConflictDoNothing({ target: [comment.authorId, comment.formKey] })
    .returning({ id: comment.id });
  if (inserted) {
    if (mentioned.length > 0) await setMentions(context, inserted.id, mentioned);
    return { id: inserted.id, isNew: true };
  }
  const [existing] = await database
    .select({ id: comment.id, revision: comment.revision })
    .from(comment)
    .where(and(eq(comment.authorId, viewer.id), eq(comment.formKey, row.formKey)));
  const isUnchanged = existing!.revision === 1;
  if (isUnchanged) return { id: existing!.id, isNew: false };
  return insertComment(context, { ...row, formKey: keyOfSent(row.formKey, existing!) });
}
