import { show } from '#lib/server/http/answering.ts';
import { readInputsPage } from '#lib/server/queries/desk/inputs-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  show(readInputsPage(locals.context, params.slug, url.searchParams));
