import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { enterLetter, letterForm, mailForm } from '#lib/server/commands/desk/enter-letter.ts';
import { act, formWith, maxFileFormBytes, show } from '#lib/server/http/answering.ts';
import { asRefusal } from '#lib/server/formats/files/file-errors.ts';
import { readMail } from '#lib/server/formats/email/eml.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { fileGiven } from '#lib/server/http/text-given.ts';
import { readLetterPage } from '#lib/server/queries/desk/letter-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  ...(await show(readLetterPage(locals.context, params.slug))),
  formKey: randomUUID()
});

export const actions: Actions = {
  /** Fills the form with the mail of the file, and saves nothing. */
  read: (event) =>
    act(
      event,
      'letter',
      mailForm,
      async (context, { mail, markdown, ...form }) => {
        await readLetterPage(context, event.params.slug);
        const file = fileGiven({ field: 'markdown', typed: markdown, file: mail });
        if (!file) throw new Refusal('fileEmpty');
        const read = await readMail(new Uint8Array(await file.arrayBuffer())).catch(asRefusal);
        return formWith('letter', {
          ...{ ...form, sender: read.sender, markdown: read.text },
          receivedOn: read.sentOn ?? form.receivedOn
        });
      },
      maxFileFormBytes
    ),

  enter: (event) =>
    act(
      event,
      'letter',
      letterForm,
      async (context, { mail, ...letter }) => {
        fileGiven({ field: 'markdown', typed: letter.markdown, file: mail });
        const number = await enterLetter(context, documentAt(event.params.slug), letter);
        setFlash(event, { kind: 'success', text: m.desk_letter_entered({ number }) });
        redirect(303, `/documents/${event.params.slug}/desk/${number}`);
      },
      maxFileFormBytes
    )
};
