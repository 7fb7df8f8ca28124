import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { callClosureForm, closeCall } from '#lib/server/commands/documents/close-call.ts';
import { callForm, openCall, planCall } from '#lib/server/commands/documents/open-call.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { readCallPage } from '#lib/server/queries/documents/call-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  show(readCallPage(locals.context, params.slug));

export const actions: Actions = {
  open: (event) =>
    act(event, 'call', callForm, async (context, form) => {
      await openCall(context, documentAt(event.params.slug), planCall(form, context.now));
      setFlash(event, { kind: 'success', text: m.hearing_call_opened() });
      redirect(303, `/documents/${event.params.slug}`);
    }),

  close: (event) =>
    act(event, 'closure', callClosureForm, async (context, { reason }) => {
      await closeCall(context, documentAt(event.params.slug), reason);
      setFlash(event, { kind: 'success', text: m.hearing_call_closed_done() });
      redirect(303, `/documents/${event.params.slug}/inputs`);
    })
};
