import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { readDraft, readForWork } from '#lib/server/queries/documents/work.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { fileGiven } from '#lib/server/http/text-given.ts';
import { wholeNumber } from '#lib/server/formats/fields.ts';
import {
  importDiscourseTopic,
  readTopic
} from '#lib/server/commands/documents/import-discourse.ts';
import { importDraft } from '#lib/server/commands/documents/import-document.ts';
import { type ImportedFile } from '#lib/server/formats/document-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** A thread of 1,000 posts is about 8 MB; the server in front takes no more than 12. */
const largestImport = 12_000_000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { id, hearing, state } = await show(readForWork(context, params.slug));
  const { revision } = await readDraft(context, id);
  return {
    made: madeFrom({ revision, fields: {} }),
    takesTopics: hearing !== null && (state === 'hearing' || state === 'processing')
  };
};

const given = { file: v.optional(v.file()), pasted: v.optional(v.string(), '') };

/** The draft that the text would replace, whatever is in it. */
const replacedDraft =
  (slug: string): ReadSaved =>
  async (context) => {
    const { id } = await readForWork(context, slug);
    const { revision, updatedBy, updatedAt } = await readDraft(context, id);
    return { revision, by: updatedBy, at: updatedAt, fields: {} };
  };

/** The file that was chosen, else what was pasted. Refuses both at once. */
async function fileOf({ file, pasted }: { file?: File; pasted: string }): Promise<ImportedFile> {
  const chosen = fileGiven({ field: 'pasted', typed: pasted, file });
  if (!chosen) return { name: '', bytes: new TextEncoder().encode(pasted) };
  return { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
}

export const actions: Actions = {
  topic: (event) =>
    act(
      event,
      'topic',
      v.object(given),
      async (context, values) => {
        const { id } = await readForWork(context, event.params.slug);
        const topic = readTopic((await fileOf(values)).bytes);
        return { imported: await importDiscourseTopic(context, id, topic) };
      },
      largestImport
    ),

  text: (event) =>
    actOnSaved(
      event,
      'text',
      v.object({ ...given, revision: wholeNumber() }),
      replacedDraft(event.params.slug),
      async (context, { revision, ...values }) => {
        const { id, slug } = await readForWork(context, event.params.slug);
        const { blocks } = await importDraft(context, id, await fileOf(values), revision);
        setFlash(event, { kind: 'success', text: m.import_text_made({ count: blocks.length }) });
        redirect(303, `/documents/${slug}/draft?view=preview`);
      }
    )
};
