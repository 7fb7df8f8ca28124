import { readHead } from '#lib/server/queries/documents/head.ts';
import { startForum } from '#lib/server/forum.ts';
import { show } from '#lib/server/http/answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { activity } = await startForum();
  const revision = (await activity(params.slug)) ?? 0;
  return { revision, head: await show(readHead(locals.context, params.slug, revision)) };
};
