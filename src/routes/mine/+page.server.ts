import { redirect } from '@sveltejs/kit';
import { listMentions } from '#lib/server/queries/debate/mentions.ts';
import { listMine } from '#lib/server/queries/debate/mine.ts';
import { listMyHidden } from '#lib/server/queries/debate/moderation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url: { searchParams } }) => {
  if (!context.viewer) redirect(303, '/login?next=/mine');
  const [mine, mentioned, hidden] = await Promise.all([
    listMine(context, searchParams.get('before')),
    listMentions(context, searchParams.get('mentioned')),
    listMyHidden(context)
  ]);
  return { ...mine, mentioned, hidden };
};
