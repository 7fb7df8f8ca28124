import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { Context } from '../../access/context.ts';
import { findPublication } from '../../hearing/publication.ts';
import { listThemes } from '../../hearing/themes.ts';

/**
 * The round's themes by which the viewer may look for inputs, by their names: none while the
 * answers are the working group's own, and the viewer is not of it.
 */
export async function listThemeNames(
  context: Context,
  document: { id: string; round: number }
): Promise<{ id: string; title: string }[]> {
  const isShown =
    maySeeUnpublishedAnswers(context.viewer, document) ||
    (await findPublication(context, document)) !== null;
  if (!isShown) return [];
  return (await listThemes(context, document)).map(({ id, title }) => ({ id, title }));
}
