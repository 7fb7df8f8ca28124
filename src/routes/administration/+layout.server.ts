import { redirect } from '@sveltejs/kit';
import { show } from '#lib/server/http/answering.ts';
import { asAdministrator } from '#lib/server/members/administration.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  if (!locals.context.viewer) redirect(303, `/login?next=${encodeURIComponent(url.pathname)}`);
  await show((async () => asAdministrator(locals.context))());
};
