import { readPageHead } from '#lib/server/queries/documents/page-head.ts';
import { show } from '#lib/server/http/answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const revision = (await locals.activity(params.slug)) ?? 0;
  return { revision, head: await show(readPageHead(locals.context, params.slug, revision)) };
};
