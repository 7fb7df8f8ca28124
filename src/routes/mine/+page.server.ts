import { redirect } from '@sveltejs/kit';
import { readMinePage } from '#lib/server/queries/debate/mine-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url: { searchParams } }) => {
  if (!context.viewer) redirect(303, '/login?next=/mine');
  return readMinePage(context, {
    comments: searchParams.get('before'),
    mentions: searchParams.get('mentioned')
  });
};
