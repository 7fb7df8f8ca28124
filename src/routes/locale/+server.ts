import { error, redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { isSecure } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import type { RequestHandler } from './$types';

/** Changes the language of the screen, for this browser. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const locale = form.get('locale');
  if (!isLocale(locale)) error(400);
  cookies.set(cookieName, locale, {
    path: '/',
    maxAge: cookieMaxAge,
    httpOnly: false,
    sameSite: 'lax',
    secure: isSecure(url)
  });
  redirect(303, localPath(form.get('next')));
};
