import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestName } from '#lib/domain/name.ts';
import { longestPassword, shortestPassword } from '#lib/domain/password.ts';
import { act } from '#lib/server/http/answering.ts';
import { required } from '#lib/server/formats/fields.ts';
import { letIn } from '#lib/server/http/login.ts';
import { acceptInvitation, findInvitation } from '#lib/server/commands/members/invitations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await findInvitation(locals.context, params.token);
  if (found.state !== 'open') return { state: found.state };
  const { name, email } = found.invitation;
  return { state: found.state, name, email };
};

const acceptanceForm = v.object({
  name: required(longestName),
  password: v.pipe(v.string(), v.minLength(shortestPassword), v.maxLength(longestPassword))
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'acceptance', acceptanceForm, async (context, chosen) => {
      const { token } = event.params;
      await letIn(event, await acceptInvitation(context, { ...chosen, token }));
      redirect(303, '/');
    })
};
