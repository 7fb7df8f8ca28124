import { describeDocument } from '#lib/server/queries/documents/documents-api.ts';
import { wholeNumberOf } from '#lib/server/http/search-params.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerJson(async () => {
    const version = wholeNumberOf(url.searchParams, 'version', { min: 1 });
    return describeDocument(locals.context, params.slug, version);
  });
