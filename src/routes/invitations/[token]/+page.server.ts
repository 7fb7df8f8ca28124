import { redirect } from '@sveltejs/kit';
import { act } from '#lib/server/http/answering.ts';
import { beginLogin } from '#lib/server/http/login.ts';
import { findInvitation } from '#lib/server/access/invitations.ts';
import {
  acceptanceForm,
  acceptInvitation
} from '#lib/server/commands/members/accept-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await findInvitation(locals.context, params.token);
  if (found.state !== 'open') return { state: found.state };
  const { name, email } = found.invitation;
  return { state: found.state, name, email };
};

export const actions: Actions = {
  default: (event) =>
    act(event, 'acceptance', acceptanceForm, async (context, chosen) => {
      const { token } = event.params;
      await beginLogin(event, await acceptInvitation(context, { ...chosen, token }));
      redirect(303, '/');
    })
};
