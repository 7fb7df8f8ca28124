import { json } from '@sveltejs/kit';
import { isReachable } from '#lib/server/queries/health.ts';
import type { RequestHandler } from './$types';

/** Answers whether the forum reaches its database: 200 if it does, otherwise 503. */
export const GET: RequestHandler = async ({ locals }) => {
  const { database, configuration } = locals.context;
  const kind = configuration.databaseUrl ? 'postgresql' : 'pglite';
  return (await isReachable(database))
    ? json({ status: 'ok', database: kind })
    : json({ status: 'unavailable', database: kind }, { status: 503 });
};
