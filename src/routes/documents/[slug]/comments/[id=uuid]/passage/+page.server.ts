import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { setPassage } from '#lib/server/commands/debate/set-passage.ts';
import { readPassage } from '#lib/server/queries/debate/passages.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { text, wholeNumber } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import type { Actions, PageServerLoad } from './$types';
import { choiceOf } from './choice.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  const passage = await show(read(context, params.slug, params.id));
  return { passage, made: madeFrom({ ...passage, fields: {} }) };
};

const read = async (context: Context, slug: string, id: string) =>
  readPassage(context, await readDocument(context, slug), id);

/** How often the passage has been set right; each word stands on the page. */
const saidBefore =
  ({ slug, id }: { slug: string; id: string }): ReadSaved =>
  async (context) => ({ revision: (await read(context, slug, id)).revision, fields: {} });

/** A passage is some words of a paragraph. */
const longestPassage = 2000;

const passageForm = v.object({
  place: v.optional(v.string(), ''),
  words: text(longestPassage),
  version: wholeNumber(1),
  revision: wholeNumber()
});

export const actions: Actions = {
  default: (event) =>
    actOnSaved(event, 'passage', passageForm, saidBefore(event.params), async (context, typed) => {
      const { place, words, version, revision } = typed;
      const { slug, id } = event.params;
      const document = await readDocument(context, slug);
      const choice = choiceOf(place, words);
      if (!choice) throw new Refusal('passageNotChosen');
      await setPassage(context, document.id, id, { choice, versionNumber: version, revision });
      setFlash(event, { kind: 'success', text: m.passage_saved() });
      redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
    })
};
