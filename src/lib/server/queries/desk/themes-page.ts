import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { listThemes } from '../../hearing/themes.ts';

/** Returns the page on which the round's themes are written. Throws what readForWork does. */
export async function readThemesPage(context: Context, slug: string) {
  const document = await readForWork(context, slug);
  return {
    themes: await listThemes(context, document),
    mayAnswer: isAnswerable(document.state)
  };
}
