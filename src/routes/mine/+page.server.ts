import { redirect } from '@sveltejs/kit';
import { loginAddress } from '#lib/domain/local-path.ts';
import { readMinePage } from '#lib/server/queries/debate/mine-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, url }) => {
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  const { searchParams } = url;
  return readMinePage(context, {
    comments: searchParams.get('before'),
    mentions: searchParams.get('mentioned')
  });
};
