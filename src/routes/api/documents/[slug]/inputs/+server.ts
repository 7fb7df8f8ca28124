import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import { wholeNumberOf } from '#lib/server/http/search-params.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

const usually = 50;
/** More at a time would keep others waiting. */
const atMost = 200;

export const GET: RequestHandler = ({ locals, params, url }) =>
  answerJson(async () => {
    const query = url.searchParams;
    const cursor = wholeNumberOf(query, 'cursor', { least: 0 }) ?? 0;
    const limit = wholeNumberOf(query, 'limit', { least: 1, most: atMost }) ?? usually;
    return describeInputs(locals.context, params.slug, { cursor, limit });
  });
