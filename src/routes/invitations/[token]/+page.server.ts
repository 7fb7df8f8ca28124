import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act, show } from '#lib/server/http/answering.ts';
import { setSessionCookie } from '#lib/server/http/cookies.ts';
import { acceptInvitation, findInvitation } from '#lib/server/members/actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { name, email } = await show(findInvitation(locals.context, params.token));
  return { name, email };
};

/** What NIST asks of a password that a person chooses: length, and no rules about signs. */
const leastPassword = 10;

const acceptanceForm = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  password: v.pipe(v.string(), v.minLength(leastPassword), v.maxLength(1000))
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'acceptance', acceptanceForm, async (context, chosen) => {
      const memberId = await acceptInvitation(context, { ...chosen, token: event.params.token });
      setSessionCookie(event, await event.locals.sessions.begin(memberId));
      redirect(303, '/');
    })
};
