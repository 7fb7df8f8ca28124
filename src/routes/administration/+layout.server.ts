import { redirect } from '@sveltejs/kit';
import { show } from '#lib/server/http/answering.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import { asAdministrator } from '#lib/server/access/context.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  // If the login ended while somebody wrote, the root layout shows what they sent again.
  if (!locals.context.viewer && !locals.unsent)
    redirect(303, loginAddress(url.pathname + url.search));
  await show((async () => asAdministrator(locals.context))());
};
