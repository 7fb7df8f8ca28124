import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { readHistory } from '#lib/server/comments/own.ts';
import { readDocument } from '#lib/server/documents/queries.ts';
import { show } from '#lib/server/http/answering.ts';
import type { Context } from '#lib/server/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  id: params.id,
  history: await show(read(locals.context, params.slug, params.id))
});

async function read(context: Context, slug: string, id: string) {
  if (!v.is(v.pipe(v.string(), v.uuid()), id)) throw new Refusal('notFound');
  return readHistory(context, await readDocument(context, slug), id);
}
