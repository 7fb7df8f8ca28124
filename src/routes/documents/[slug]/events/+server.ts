import { readDocument } from '#lib/server/access/documents.ts';
import { show } from '#lib/server/http/answering.ts';
import { streamNews } from '#lib/server/http/stream.ts';
import type { RequestHandler } from './$types';

/** Sends what others write and like on the document from now on, as server-sent events. */
export const GET: RequestHandler = async ({ locals, params, url, request }) => {
  const { context } = locals;
  const { id } = await show(readDocument(context, params.slug));
  const { hub } = locals;
  const last = request.headers.get('last-event-id') ?? url.searchParams.get('revision');
  const at = new Date(url.searchParams.get('since') ?? NaN);
  const known = {
    revision: last === null ? null : Number(last),
    at: Number.isNaN(at.getTime()) ? context.now : at
  };
  return new Response(streamNews(hub, id, context.viewer, known), { headers });
};

/** Answers HEAD with the headers only: Kit would run GET, whose stream would never end. */
export const HEAD: RequestHandler = async ({ locals, params }) => {
  await show(readDocument(locals.context, params.slug));
  return new Response(null, { headers });
};

/** `x-accel-buffering` asks a proxy not to buffer the stream. */
const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no'
};
