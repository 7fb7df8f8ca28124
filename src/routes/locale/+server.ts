import { error, redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { readTexts } from '#lib/server/http/answering.ts';
import { isSecure } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/domain/local-path.ts';
import type { RequestHandler } from './$types';

/** Sets the language of the pages in this browser, and redirects to `next`. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const { locale, next } = await readTexts(request, { bytes: 10_000, fields: 10 });
  if (!isLocale(locale)) error(400);
  cookies.set(cookieName, locale, {
    path: '/',
    maxAge: cookieMaxAge,
    httpOnly: false,
    sameSite: 'lax',
    secure: isSecure(url)
  });
  redirect(303, localPath(next));
};
