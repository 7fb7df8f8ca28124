import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import { wholeNumberOf } from '#lib/server/http/search-params.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

const defaultLimit = 50;
/** A larger page would take so long that other requests wait. */
const maxLimit = 200;

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerJson(async () => {
    const query = url.searchParams;
    const cursor = wholeNumberOf(query, 'cursor', { min: 0 }) ?? 0;
    const limit = wholeNumberOf(query, 'limit', { min: 1, max: maxLimit }) ?? defaultLimit;
    return describeInputs(locals.context, params.slug, { cursor, limit });
  });
