import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { closeHearing, hearingClosureForm } from '#lib/server/commands/documents/close-hearing.ts';
import {
  hearingForm,
  openHearing,
  planHearing
} from '#lib/server/commands/documents/open-hearing.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { readHearingPage } from '#lib/server/queries/documents/hearing-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  show(readHearingPage(locals.context, params.slug));

export const actions: Actions = {
  open: (event) =>
    act(event, 'hearing', hearingForm, async (context, form) => {
      const plan = await planHearing(context, form);
      await openHearing(context, documentAt(event.params.slug), plan);
      setFlash(event, { kind: 'success', text: m.hearing_opened() });
      redirect(303, `/documents/${event.params.slug}`);
    }),

  close: (event) =>
    act(event, 'closure', hearingClosureForm, async (context, { reason }) => {
      await closeHearing(context, documentAt(event.params.slug), reason);
      setFlash(event, { kind: 'success', text: m.hearing_closed_done() });
      redirect(303, `/documents/${event.params.slug}/desk`);
    })
};
