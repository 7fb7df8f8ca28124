import { parseNumber } from '#lib/server/formats/fields.ts';
import { show } from '#lib/server/http/answering.ts';
import { readInputPage } from '#lib/server/queries/desk/inputs-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  show(readInputPage(locals.context, params.slug, parseNumber(params.number)));
