import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { draftImportForm, importDraft } from '#lib/server/commands/documents/import-draft.ts';
import { importTopic, readTopic, topicForm } from '#lib/server/commands/documents/import-topic.ts';
import { maxFileFormBytes, act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom } from '#lib/server/http/merging.ts';
import { fileGiven } from '#lib/server/http/text-given.ts';
import { readDraftForWork, readImportPage } from '#lib/server/queries/documents/draft-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** In bytes: a thread of 1,000 posts has about 8 MB, and the server takes at most 12. */
const largestImport = 12_000_000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { revision, takesTopics } = await show(readImportPage(locals.context, params.slug));
  return { made: madeFrom({ revision, fields: {} }), takesTopics };
};

/** Returns the file that was chosen, or else what was pasted, as a file. Throws what fileGiven does. */
async function fileOf({ file, pasted }: { file?: File; pasted: string }) {
  const chosen = fileGiven({ field: 'pasted', typed: pasted, file });
  if (!chosen) return { name: '', bytes: new TextEncoder().encode(pasted) };
  return { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
}

export const actions: Actions = {
  topic: (event) =>
    act(
      event,
      'topic',
      topicForm,
      async (context, form) => {
        const topic = readTopic((await fileOf(form)).bytes);
        return { imported: await importTopic(context, documentAt(event.params.slug), topic) };
      },
      largestImport
    ),

  text: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'text',
      draftImportForm,
      async (context) => ({ ...(await readDraftForWork(context, slug)), fields: {} }),
      async (context, { revision, ...form }) => {
        const file = await fileOf(form);
        const { blocks } = await importDraft(context, documentAt(slug), file, revision);
        setFlash(event, { kind: 'success', text: m.import_text_made({ count: blocks.length }) });
        redirect(303, `/documents/${slug}/draft?view=preview`);
      },
      maxFileFormBytes
    );
  }
};
