import { and, eq } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { theme } from '../../database/tables/index.ts';
import { listThemes } from '../../hearing/themes.ts';

export type ThemeWords = { title: string; summary: string };

/** Adds a theme below the others; gives its id. Refuses a title that is taken by other words: the same theme sent twice is one. */
export async function addTheme(
  context: Context,
  documentId: string,
  { title, summary }: ThemeWords
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const held = await lockForThemes(inside, documentId);
    const themes = await listThemes(inside, held);
    const twin = themes.find((each) => each.title === title && each.summary === summary);
    if (twin) return twin.id;
    const [added] = await inside.database
      .insert(theme)
      .values({
        documentId,
        round: held.round,
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

/** Renames a theme and says what was said under it. Refuses with stale, and one of an earlier round with frozen. */
export async function saveTheme(
  context: Context,
  documentId: string,
  themeId: string,
  { title, summary, revision }: ThemeWords & { revision: number }
) {
  await inTransaction(context, async (inside) => {
    const held = await lockTheme(inside, documentId, themeId);
    const themes = await listThemes(inside, held);
    if (themes.some((each) => each.id !== themeId && each.title === title))
      throw new Refusal('themeTitleTaken');
    const [saved] = await inside.database
      .update(theme)
      .set({ title, summary, summaryHtml: renderMarkdown(summary), revision: revision + 1 })
      .where(and(eq(theme.id, themeId), ofRound(held), eq(theme.revision, revision)))
      .returning({ id: theme.id });
    if (!saved) throw new Refusal('stale');
  });
}

/** Moves a theme one place up or down; at the end of the list it stays. Refuses one of an earlier round with frozen. */
export async function moveTheme(
  context: Context,
  documentId: string,
  themeId: string,
  direction: 'up' | 'down'
) {
  await inTransaction(context, async (inside) => {
    const held = await lockTheme(inside, documentId, themeId);
    const order = (await listThemes(inside, held)).map(({ id }) => id);
    const from = order.indexOf(themeId);
    if (from === -1) throw new Refusal('notFound');
    const to = direction === 'up' ? from - 1 : from + 1;
    if (to >= 0 && to < order.length) order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, id] of order.entries())
      await inside.database.update(theme).set({ position }).where(eq(theme.id, id));
  });
}

/** Removes a theme; its inputs keep their answers and stand under none. Refuses one of an earlier round with frozen. */
export async function removeTheme(context: Context, documentId: string, themeId: string) {
  await inTransaction(context, async (inside) => {
    const held = await lockTheme(inside, documentId, themeId);
    await inside.database.delete(theme).where(and(eq(theme.id, themeId), ofRound(held)));
  });
}

async function lockForThemes(context: Context, documentId: string): Promise<LockedDocument> {
  const held = await lockForWork(context, documentId);
  refuseUnlessAnswerable(held, { round: held.round, isWithdrawn: false });
  return held;
}

/** The document, held, while the round of the theme is its present one; a theme that is gone is no hindrance. */
async function lockTheme(context: Context, documentId: string, themeId: string) {
  const held = await lockForThemes(context, documentId);
  const [found] = await context.database
    .select({ round: theme.round })
    .from(theme)
    .where(and(eq(theme.id, themeId), eq(theme.documentId, documentId)));
  if (found) refuseUnlessAnswerable(held, { round: found.round, isWithdrawn: false });
  return held;
}

const ofRound = ({ id, round }: { id: string; round: number }) =>
  and(eq(theme.documentId, id), eq(theme.round, round));
