import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { inCopenhagen } from '#lib/domain/time.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  day,
  uuid,
  optionalNumber,
  required,
  requiredMarkdown
} from '#lib/server/formats/fields.ts';
import { listParties } from '#lib/server/hearing/parties.ts';
import { enterLetter, longestLetter } from '#lib/server/commands/desk/enter-letter.ts';
import type { Actions, PageServerLoad } from './$types';

const longestSender = 160;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { hearing, state } = await show(readForWork(context, params.slug));
  return {
    formKey: randomUUID(),
    today: inCopenhagen(context.now).date,
    parties: hearing ? await listParties(context, hearing.id) : [],
    mayEnter: hearing !== null && (state === 'hearing' || state === 'processing'),
    isLate: hearing !== null && !isOpen(hearing, context.now)
  };
};

const letterForm = v.object({
  formKey: uuid,
  sender: required(longestSender),
  receivedOn: day,
  paragraph: optionalNumber,
  markdown: requiredMarkdown(longestLetter)
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'letter', letterForm, async (context, words) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      const number = await enterLetter(context, id, words);
      setFlash(event, { kind: 'success', text: m.desk_letter_entered({ number }) });
      redirect(303, `/documents/${slug}/desk/${number}`);
    })
};
