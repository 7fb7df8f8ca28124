import { show } from '#lib/server/http/answering.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { readSynopsisPage } from '#lib/server/queries/regions/synopsis-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  show(readSynopsisPage(locals.context, params.slug, url.searchParams, pageAsked(url)));
