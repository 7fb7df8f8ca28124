import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { theme } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { isOfRound, lockTheme } from './lock-theme.ts';

export const removedThemeForm = v.object({ id: uuid });

/**
 * Removes a theme; its inputs keep their answers and have no theme. Throws Refusal('frozen') if it is
 * of an earlier round.
 */
export async function removeTheme(context: Context, documentId: DocumentId, themeId: string) {
  await inTransaction(context, async (inside) => {
    const locked = await lockTheme(inside, documentId, themeId);
    await inside.database.delete(theme).where(and(eq(theme.id, themeId), isOfRound(locked)));
  });
}
