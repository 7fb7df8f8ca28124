import { redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { addTheme, newThemeForm } from '#lib/server/commands/desk/add-theme.ts';
import type { ThemeContent } from '#lib/server/commands/desk/lock-theme.ts';
import { movedThemeForm, moveTheme } from '#lib/server/commands/desk/move-theme.ts';
import { removedThemeForm, removeTheme } from '#lib/server/commands/desk/remove-theme.ts';
import { saveTheme, themeForm } from '#lib/server/commands/desk/save-theme.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { readTheme, readThemesPage } from '#lib/server/queries/desk/themes-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { themes, mayAnswer } = await show(readThemesPage(locals.context, params.slug));
  return {
    themes: themes.map((theme) => ({ ...theme, made: madeFrom(fieldsOf(theme)) })),
    mayAnswer
  };
};

const fieldsOf = ({ title, summary, revision }: ThemeContent & { revision: number }): Saved => ({
  revision,
  fields: { title, summary }
});

const savedTheme =
  (slug: string): ReadSaved =>
  async (context, { id }) =>
    fieldsOf(await readTheme(context, slug, id));

export const actions: Actions = {
  add: (event) =>
    act(event, 'new', newThemeForm, async (context, theme) => {
      const added = await addTheme(context, documentAt(event.params.slug), theme);
      returnTo(event, m.desk_theme_saved(), added);
    }),

  save: (event) => {
    const { slug } = event.params;
    return actOnSaved(event, 'theme', themeForm, savedTheme(slug), async (context, form) => {
      const { id, ...theme } = form;
      await saveTheme(context, documentAt(slug), id, theme);
      returnTo(event, m.desk_theme_saved(), id);
    });
  },

  move: (event) =>
    act(event, 'move', movedThemeForm, async (context, { id, direction }) => {
      await moveTheme(context, documentAt(event.params.slug), id, direction);
      returnTo(event, m.desk_theme_moved(), id);
    }),

  remove: (event) =>
    act(event, 'remove', removedThemeForm, async (context, { id }) => {
      await removeTheme(context, documentAt(event.params.slug), id);
      returnTo(event, m.desk_theme_removed());
    })
};

/** Redirects to the theme on the page, so that the reader's place is kept, with a message. */
function returnTo(event: RequestEvent, text: string, themeId?: string): never {
  setFlash(event, { kind: 'success', text });
  redirect(303, event.url.pathname + (themeId ? `#theme-${themeId}` : ''));
}
