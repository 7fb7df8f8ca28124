import { redirect } from '@sveltejs/kit';
import { addressOf } from '#lib/server/http/address.ts';
import { act } from '#lib/server/http/answering.ts';
import { readCookie } from '#lib/server/http/cookies.ts';
import { beginLogin } from '#lib/server/http/login.ts';
import { localPath } from '#lib/domain/local-path.ts';
import { logIn, loginForm } from '#lib/server/commands/members/log-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
  const next = localPath(url.searchParams.get('next'));
  if (locals.context.viewer) redirect(303, next);
  return { next };
};

export const actions: Actions = {
  default: (event) =>
    act(event, 'login', loginForm, async (context, { next, ...login }) => {
      const caller = { address: addressOf(event), device: readCookie(event, 'device') };
      await beginLogin(event, await logIn(context, event.locals.limiter, login, caller));
      redirect(303, localPath(next));
    })
};
