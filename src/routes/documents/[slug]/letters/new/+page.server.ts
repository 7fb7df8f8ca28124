import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { enterLetter, letterForm } from '#lib/server/commands/desk/enter-letter.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { readLetterPage } from '#lib/server/queries/desk/letter-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  ...(await show(readLetterPage(locals.context, params.slug))),
  formKey: randomUUID()
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'letter', letterForm, async (context, letter) => {
      const number = await enterLetter(context, documentAt(event.params.slug), letter);
      setFlash(event, { kind: 'success', text: m.desk_letter_entered({ number }) });
      redirect(303, `/documents/${event.params.slug}/desk/${number}`);
    })
};
