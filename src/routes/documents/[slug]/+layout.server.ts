import { readHead } from '#lib/server/queries/documents/head.ts';
import { show } from '#lib/server/http/answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const revision = (await locals.activity(params.slug)) ?? 0;
  return { revision, head: await show(readHead(locals.context, params.slug, revision)) };
};
