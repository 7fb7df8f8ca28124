import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAnswerable } from '#lib/domain/hearing/disposition.ts';
import { m } from '#lib/paraglide/messages.js';
import {
  addTheme,
  moveTheme,
  removeTheme,
  saveTheme,
  type ThemeWords
} from '#lib/server/commands/desk/themes.ts';
import { listThemes } from '#lib/server/hearing/themes.ts';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { line, text, uuid, wholeNumber } from '#lib/server/formats/fields.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

const longestTitle = 120;
const longestSummary = 10_000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const document = await show(readForWork(context, params.slug));
  return {
    themes: (await listThemes(context, document)).map((theme) => ({
      ...theme,
      made: madeFrom(fieldsOf(theme))
    })),
    mayAnswer: isAnswerable(document.state)
  };
};

const fieldsOf = ({ title, summary, revision }: ThemeWords & { revision: number }): Saved => ({
  revision,
  fields: { title, summary }
});

const savedTheme =
  (slug: string): ReadSaved =>
  async (context, { id }) => {
    const themes = await listThemes(context, await readForWork(context, slug));
    const theme = themes.find((each) => each.id === id);
    if (!theme) throw new Refusal('notFound');
    return fieldsOf(theme);
  };

const words = { title: line(longestTitle), summary: text(longestSummary) };
const newTheme = v.object(words);
const changedTheme = v.object({ ...words, id: uuid, revision: wholeNumber(1) });
const movedTheme = v.object({ id: uuid, direction: v.picklist(['up', 'down']) });
const removedTheme = v.object({ id: uuid });

export const actions: Actions = {
  add: (event) =>
    act(event, 'new', newTheme, async (context, theme) => {
      const document = await readForWork(context, event.params.slug!);
      const added = await addTheme(context, document.id, theme);
      back(event, m.desk_theme_saved(), added);
    }),

  save: (event) =>
    actOnSaved(
      event,
      'theme',
      changedTheme,
      savedTheme(event.params.slug!),
      async (context, { id: themeId, ...theme }) => {
        const document = await readForWork(context, event.params.slug!);
        await saveTheme(context, document.id, themeId, theme);
        back(event, m.desk_theme_saved(), themeId);
      }
    ),

  move: (event) =>
    act(event, 'move', movedTheme, async (context, { id: themeId, direction }) => {
      const document = await readForWork(context, event.params.slug!);
      await moveTheme(context, document.id, themeId, direction);
      back(event, m.desk_theme_moved(), themeId);
    }),

  remove: (event) =>
    act(event, 'remove', removedTheme, async (context, { id: themeId }) => {
      const document = await readForWork(context, event.params.slug!);
      await removeTheme(context, document.id, themeId);
      back(event, m.desk_theme_removed());
    })
};

/** Comes back to the theme that was worked on, so that the place on the page is not lost. */
function back(event: RequestEvent, said: string, themeId?: string): never {
  setFlash(event, { kind: 'success', text: said });
  redirect(303, event.url.pathname + (themeId ? `#theme-${themeId}` : ''));
}
