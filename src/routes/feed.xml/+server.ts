import { getLocale } from '#lib/paraglide/runtime.js';
import { answerFeed } from '#lib/server/http/feed.ts';
import { readForumFeed } from '#lib/server/queries/feeds/feeds.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) =>
  answerFeed(request, await readForumFeed(locals.context), {
    origin: url.origin,
    locale: getLocale()
  });
