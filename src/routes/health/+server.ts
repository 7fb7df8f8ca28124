import { json } from '@sveltejs/kit';
import { sql } from 'drizzle-orm';
import type { RequestHandler } from './$types';

/** Whether the forum answers and reaches its database. */
export const GET: RequestHandler = async ({ locals }) => {
  const { database, configuration } = locals.context;
  const kind = configuration.databaseUrl ? 'postgresql' : 'pglite';
  try {
    await database.execute(sql`select 1`);
    return json({ status: 'ok', database: kind });
  } catch {
    return json({ status: 'unavailable', database: kind }, { status: 503 });
  }
};
