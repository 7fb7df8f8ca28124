import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends the login, here and in the database. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
  const login = cookies.get(locals.sessions.cookieName);
  if (login) await locals.sessions.end(login);
  cookies.delete(locals.sessions.cookieName, { path: '/' });
  redirect(303, '/');
};
