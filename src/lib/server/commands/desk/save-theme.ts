import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { theme } from '../../database/tables/index.ts';
import { uuid, wholeNumber } from '../../formats/fields.ts';
import { listThemes } from '../../hearing/themes.ts';
import { isOfRound, lockTheme, themeFields, type ThemeContent } from './lock-theme.ts';

export const themeForm = v.object({ ...themeFields, id: uuid, revision: wholeNumber(1) });

/**
 * Saves the title and the summary of a theme. Throws Refusal('stale') if it was saved after
 * `revision`, Refusal('themeTitleTaken'), and Refusal('frozen') if it is of an earlier round.
 */
export async function saveTheme(
  context: Context,
  documentId: DocumentId,
  themeId: string,
  { title, summary, revision }: ThemeContent & { revision: number }
) {
  await inTransaction(context, async (inside) => {
    const locked = await lockTheme(inside, documentId, themeId);
    const themes = await listThemes(inside, locked);
    if (themes.some((each) => each.id !== themeId && each.title === title))
      throw new Refusal('themeTitleTaken');
    const [saved] = await inside.database
      .update(theme)
      .set({ title, summary, summaryHtml: renderMarkdown(summary), revision: revision + 1 })
      .where(and(eq(theme.id, themeId), isOfRound(locked), eq(theme.revision, revision)))
      .returning({ id: theme.id });
    if (!saved) throw new Refusal('stale');
  });
}
