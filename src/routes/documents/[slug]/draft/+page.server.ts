import { redirect } from '@sveltejs/kit';
import { isUnanswered, readCorrectionAnswers } from '#lib/domain/hearing/correction-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { pairParagraphs } from '#lib/server/commands/documents/pair-paragraphs.ts';
import {
  maxNoteLength,
  publishVersion,
  versionForm
} from '#lib/server/commands/documents/publish-version.ts';
import { draftForm, saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { parseNumber } from '#lib/server/formats/fields.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { readDraftForWork, readDraftPage } from '#lib/server/queries/documents/draft-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await show(readDraftPage(locals.context, params.slug, previewAsked(url)));
  const { markdown, revision } = page.draft;
  return {
    ...page,
    made: madeFrom({ revision, fields: { markdown } }),
    published: madeFrom({ revision, fields: {} }),
    note: (url.searchParams.get('note') ?? '').slice(0, maxNoteLength)
  };
};

/** Returns which pages of the preview the address asks for; null if it asks for no preview. */
function previewAsked(url: URL) {
  if (url.searchParams.get('view') !== 'preview') return null;
  const [text, changes, identity] = ['text', 'page', 'asked'].map((name) => pageAsked(url, name));
  return { text: text!, changes: changes!, identity: identity! };
}

const savedDraft =
  (slug: string): ReadSaved =>
  async (context) => {
    const { markdown, ...saved } = await readDraftForWork(context, slug);
    return { ...saved, fields: { markdown } };
  };

/** The same for the form that publishes the draft, which edits none of its fields. */
const publishedDraft =
  (slug: string): ReadSaved =>
  async (...asked) => ({ ...(await savedDraft(slug)(...asked)), fields: {} });

/** Returns the corrections in the form's answers; null if it has none. */
function answersOf(form: Record<string, unknown>) {
  const answers = readCorrectionAnswers(form);
  return isUnanswered(answers) ? null : answers;
}

export const actions: Actions = {
  save: (event) => {
    const { slug } = event.params;
    return actOnSaved(event, 'draft', draftForm, savedDraft(slug), async (context, form) => {
      await saveDraft(context, documentAt(slug), form);
      if (form.then === 'preview') redirect(303, `/documents/${slug}/draft?view=preview`);
      setFlash(event, { kind: 'success', text: m.draft_saved() });
      redirect(303, `/documents/${slug}/draft`);
    });
  },

  answer: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'version',
      versionForm,
      publishedDraft(slug),
      async (context, form) => {
        const answers = answersOf(form);
        await pairParagraphs(context, documentAt(slug), { revision: form.revision, answers });
        if (answers) setFlash(event, { kind: 'success', text: m.identity_answered() });
        const page = parseNumber(form.then) ?? pageAsked(event.url, 'asked').page;
        const shown = new URLSearchParams({ view: 'preview', note: form.note });
        if (page) shown.set('asked', String(page));
        redirect(303, `/documents/${slug}/draft?${shown}#afsnit`);
      }
    );
  },

  publish: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'version',
      versionForm,
      publishedDraft(slug),
      async (context, form) => {
        const { note, revision, number } = form;
        const publication = { note, revision, number, answers: answersOf(form) };
        const published = await publishVersion(context, documentAt(slug), publication);
        setFlash(event, { kind: 'success', text: m.draft_published(published) });
        redirect(303, `/documents/${slug}`);
      }
    );
  }
};
