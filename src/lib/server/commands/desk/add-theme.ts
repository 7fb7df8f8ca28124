import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { theme } from '../../database/tables/index.ts';
import { listThemes } from '../../hearing/themes.ts';
import { lockForThemes, themeFields, type ThemeContent } from './lock-theme.ts';

export const newThemeForm = v.object(themeFields);

/**
 * Adds a theme after the others and returns its id; the same theme sent twice is added once. Throws
 * Refusal('themeTitleTaken') if another theme of the round has the title.
 */
export async function addTheme(
  context: Context,
  documentId: DocumentId,
  { title, summary }: ThemeContent
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const locked = await lockForThemes(inside, documentId);
    const themes = await listThemes(inside, locked);
    const same = themes.find((each) => each.title === title && each.summary === summary);
    if (same) return same.id;
    const [added] = await inside.database
      .insert(theme)
      .values({
        documentId: locked.id,
        round: locked.round,
        title,
        summary,
        summaryHtml: renderMarkdown(summary),
        position: themes.length
      })
      .onConflictDoNothing()
      .returning({ id: theme.id });
    if (!added) throw new Refusal('themeTitleTaken');
    return added.id;
  });
}
