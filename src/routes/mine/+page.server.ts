import { redirect } from '@sveltejs/kit';
import { listMine } from '#lib/server/comments/mine.ts';
import { listMyHidden } from '#lib/server/moderation/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.context.viewer) redirect(303, '/login?next=/mine');
  const before = new Date(url.searchParams.get('before') ?? '');
  const cursor = Number.isNaN(before.getTime()) ? null : before;
  const [mine, hidden] = await Promise.all([
    listMine(locals.context, cursor),
    listMyHidden(locals.context)
  ]);
  return { ...mine, hidden };
};
