import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { theme } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { listThemes } from '../../hearing/themes.ts';
import { lockTheme } from './lock-theme.ts';

export const movedThemeForm = v.object({ id: uuid, direction: v.picklist(['up', 'down']) });

/**
 * Moves a theme one place up or down; the first and the last stay where they are. Throws
 * Refusal('frozen') if the theme is of an earlier round.
 */
export async function moveTheme(
  context: Context,
  documentId: DocumentId,
  themeId: string,
  direction: 'up' | 'down'
) {
  await inTransaction(context, async (inside) => {
    const locked = await lockTheme(inside, documentId, themeId);
    const order = (await listThemes(inside, locked)).map(({ id }) => id);
    const from = order.indexOf(themeId);
    if (from === -1) throw new Refusal('notFound');
    const to = direction === 'up' ? from - 1 : from + 1;
    if (to >= 0 && to < order.length) order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, id] of order.entries())
      await inside.database.update(theme).set({ position }).where(eq(theme.id, id));
  });
}
