import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isWritable } from '#lib/domain/hearing/lifecycle.ts';
import { m } from '#lib/paraglide/messages.js';
import { saveDraft } from '#lib/server/documents/actions.ts';
import { changesBetween, changesSinceLatest, previewOf } from '#lib/server/documents/drafting.ts';
import { publishVersion } from '#lib/server/documents/publishing.ts';
import { readDraft, readForWork } from '#lib/server/documents/work.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { markdown, text, wholeNumber } from '#lib/server/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const longestDraft = 1_000_000;
const longestNote = 500;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readForWork(context, params.slug));
  const draft = await readDraft(context, document.id);
  const isPreview = url.searchParams.get('view') === 'preview';
  return {
    draft,
    next: (document.latestVersion?.number ?? 0) + 1,
    mayPublish: isWritable(document.state),
    preview: isPreview
      ? {
          blocks: previewOf(draft.markdown),
          changes: await changesSinceLatest(context, document, draft.markdown)
        }
      : null
  };
};

const draftForm = v.object({
  markdown: markdown(longestDraft),
  revision: wholeNumber(),
  /** The button that was pressed: to go on to the preview, or to go on writing. */
  then: v.optional(v.string(), '')
});

const versionForm = v.object({ note: text(longestNote), revision: wholeNumber() });

export const actions: Actions = {
  save: async (event) => {
    const refused = await act(event, 'draft', draftForm, async (context, { then, ...words }) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      await saveDraft(context, id, words);
      if (then === 'preview') redirect(303, `/documents/${slug}/draft?view=preview`);
      setFlash(event, { kind: 'success', text: m.draft_saved() });
      redirect(303, `/documents/${slug}/draft`);
    });
    if (refused.data.refused !== 'stale') return refused;
    const { id } = await readForWork(event.locals.context, event.params.slug);
    const saved = await readDraft(event.locals.context, id);
    const beside = changesBetween(saved.markdown, String(refused.data.values.markdown));
    return fail(refused.status, { ...refused.data, beside });
  },

  publish: (event) =>
    act(event, 'version', versionForm, async (context, words) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      const { number } = await publishVersion(context, id, words);
      setFlash(event, { kind: 'success', text: m.draft_published({ number }) });
      redirect(303, `/documents/${slug}`);
    })
};
