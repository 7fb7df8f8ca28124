import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { listRegionsWithRapporteurs } from '#lib/server/queries/members/regions-page.ts';
import { addRegion, regionForm } from '#lib/server/commands/members/add-region.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  regions: await show(listRegionsWithRapporteurs(locals.context))
});

export const actions: Actions = {
  default: (event) =>
    act(event, 'region', regionForm, async (context, region) => {
      await addRegion(context, region);
      setFlash(event, { kind: 'success', text: m.admin_region_added() });
      redirect(303, '/administration/regions');
    })
};
