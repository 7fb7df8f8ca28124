import { redirect } from '@sveltejs/kit';
import { cookieMaxAge, cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { readTexts } from '#lib/server/http/answering.ts';
import { isSecure } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/domain/local-path.ts';
import type { RequestHandler } from './$types';

/**
 * Sets the language of the pages in this browser, and redirects to `next`. A language that the forum
 * does not speak leaves it as it is.
 */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const { locale, next } = await readTexts(request, { bytes: 10_000, fields: 10 });
  if (isLocale(locale)) {
    cookies.set(cookieName, locale, {
      path: '/',
      maxAge: cookieMaxAge,
      httpOnly: false,
      sameSite: 'lax',
      secure: isSecure(url)
    });
  }
  redirect(303, localPath(next));
};
