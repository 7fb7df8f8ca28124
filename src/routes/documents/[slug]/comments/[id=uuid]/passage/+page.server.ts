import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { passageForm, setPassage } from '#lib/server/commands/debate/set-passage.ts';
import { readPassagePage } from '#lib/server/queries/debate/passage-page.ts';
import type { Context } from '#lib/server/access/context.ts';
import { documentAt, readDocument } from '#lib/server/access/documents.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  const passage = await show(read(context, params.slug, params.id));
  return { passage, made: madeFrom({ ...passage, fields: {} }) };
};

const read = async (context: Context, slug: string, id: string) =>
  readPassagePage(context, await readDocument(context, slug), id);

/** Returns how often the passage has been corrected, as the revision of a form without fields. */
const savedCorrections =
  ({ slug, id }: { slug: string; id: string }): ReadSaved =>
  async (context) => ({ revision: (await read(context, slug, id)).revision, fields: {} });

export const actions: Actions = {
  default: (event) =>
    actOnSaved(
      event,
      'passage',
      passageForm,
      savedCorrections(event.params),
      async (context, form) => {
        const { slug, id } = event.params;
        await setPassage(context, documentAt(slug), id, form);
        setFlash(event, { kind: 'success', text: m.passage_saved() });
        redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
      }
    )
};
