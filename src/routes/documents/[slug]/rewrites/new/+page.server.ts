import { redirect } from '@sveltejs/kit';
import { scopeTyped } from '#lib/domain/hearing/rewrite.ts';
import { m } from '#lib/paraglide/messages.js';
import { readDocument } from '#lib/server/access/documents.ts';
import { rewriteForm, writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { act, maxFileFormBytes, formWith, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import { isChosen, textGiven } from '#lib/server/http/text-given.ts';
import {
  prefillRewrite,
  readNewRewritePage,
  readScopeText
} from '#lib/server/queries/regions/new-rewrite-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const meetingId = url.searchParams.get('meeting');
  const page = await show(readNewRewritePage(locals.context, params.slug, meetingId));
  if (!page) redirect(303, loginAddress(url.pathname + url.search));
  return page;
};

export const actions: Actions = {
  write: (event) =>
    act(
      event,
      'rewrite',
      rewriteForm,
      async (context, { file, foreword, ...form }) => {
        const { slug } = await readDocument(context, event.params.slug);
        const typed = form.markdown;
        const prefilled = typed && isChosen(file) ? [await readScopeText(context, slug, form)] : [];
        const markdown = await textGiven({ field: 'markdown', typed, file, prefilled });
        const scope = scopeTyped(form);
        const rewriteId = await writeRewrite(context, form.meeting, { markdown, foreword, scope });
        setFlash(event, { kind: 'success', text: m.rewrite_written() });
        redirect(303, `/documents/${slug}/rewrites/${rewriteId}/review`);
      },
      maxFileFormBytes
    ),

  /** Fills the empty field with the version's own text of the scope, and saves nothing. */
  prefill: (event) =>
    act(event, 'rewrite', rewriteForm, async (context, form) => {
      const markdown = await prefillRewrite(context, event.params.slug, form);
      const { extent, scope, foreword } = form;
      return formWith('rewrite', { extent, scope, foreword, markdown });
    })
};
