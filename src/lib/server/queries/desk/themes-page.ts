import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { listThemes } from '../../hearing/themes.ts';

/** Returns the page on which the round's themes are written. Throws as readForWork does. */
export async function readThemesPage(context: Context, slug: string) {
  const document = await readForWork(context, slug);
  return {
    themes: await listThemes(context, document),
    mayAnswer: isAnswerable(document.state)
  };
}

/**
 * Returns the theme with the id among those of the round. Throws Refusal('notFound') if there is
 * none, and as readForWork does.
 */
export async function readTheme(context: Context, slug: string, themeId: unknown) {
  const { themes } = await readThemesPage(context, slug);
  const found = themes.find(({ id }) => id === themeId);
  if (!found) throw new Refusal('notFound');
  return found;
}
