import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act } from '#lib/server/http/answering.ts';
import { setSessionCookie } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { logIn } from '#lib/server/members/actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
  const next = localPath(url.searchParams.get('next'));
  if (locals.context.viewer) redirect(303, next);
  return { next };
};

const loginForm = v.object({
  email: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  next: v.optional(v.string())
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'login', loginForm, async (context, { next, ...login }) => {
      const memberId = await logIn(context, login);
      setSessionCookie(event, await event.locals.sessions.begin(memberId));
      redirect(303, localPath(next));
    })
};
