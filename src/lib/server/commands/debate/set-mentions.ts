import { eq } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { inBatches } from '../../database/batches.ts';
import { commentMention } from '../../database/tables/index.ts';

/** Saves whom the comment mentions, in place of those it mentioned before. */
export async function setMentions({ database }: Context, commentId: string, mentioned: string[]) {
  await database.delete(commentMention).where(eq(commentMention.commentId, commentId));
  const rows = mentioned.map((memberId) => ({ commentId, memberId }));
  await inBatches(rows, (portion) => database.insert(commentMention).values(portion));
}
