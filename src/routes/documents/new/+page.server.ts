import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/access/context.ts';
import { beginDocument, documentForm } from '#lib/server/commands/documents/begin-document.ts';
import { importText } from '#lib/server/formats/files/document-text.ts';
import { act, maxFileFormBytes } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import { fileGiven } from '#lib/server/http/text-given.ts';
import {
  readNewDocumentPage,
  readTemplate
} from '#lib/server/queries/documents/new-document-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  return {
    ...(await readNewDocumentPage(locals.context)),
    formKey: randomUUID(),
    name: locals.name ?? ''
  };
};

/** Returns the text of the file if one was chosen, else what was typed; the template counts as nothing typed. */
async function textOf(context: Context, typed: string, file: File | undefined): Promise<string> {
  const prefilled = [await readTemplate(context)];
  const chosen = fileGiven({ field: 'markdown', typed, file, prefilled });
  if (!chosen) return typed;
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  return (await importText(bytes, chosen.name)).markdown;
}

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      'document',
      documentForm,
      async (context, { file, ...plan }) => {
        const markdown = await textOf(context, plan.markdown, file);
        const { slug } = await beginDocument(context, { ...plan, markdown });
        setFlash(event, { kind: 'success', text: m.draft_begun() });
        redirect(303, `/documents/${slug}/draft`);
      },
      maxFileFormBytes
    )
};
