import { json } from '@sveltejs/kit';
import { isReachable } from '#lib/server/queries/health.ts';
import type { RequestHandler } from './$types';

/** Whether the forum answers and reaches its database. */
export const GET: RequestHandler = async ({ locals }) => {
  const { database, configuration } = locals.context;
  const kind = configuration.databaseUrl ? 'postgresql' : 'pglite';
  return (await isReachable(database))
    ? json({ status: 'ok', database: kind })
    : json({ status: 'unavailable', database: kind }, { status: 503 });
};
