import { listMembers } from '#lib/server/queries/members/members-page.ts';
import { show } from '#lib/server/http/answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const words = (url.searchParams.get('q') ?? '').trim();
  return { words, members: await show(listMembers(locals.context, words)) };
};
