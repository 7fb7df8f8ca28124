import { getLocale } from '#lib/paraglide/runtime.js';
import { answerFeed } from '#lib/server/http/feed.ts';
import { readDocumentFeed } from '#lib/server/queries/feeds/feeds.ts';
import { show } from '#lib/server/http/answering.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) =>
  answerFeed(request, await show(readDocumentFeed(locals.context, params.slug)), {
    origin: url.origin,
    locale: getLocale()
  });
