import { show } from '#lib/server/http/answering.ts';
import { readRecordPage } from '#lib/server/queries/outcome/record-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { context }, params }) =>
  show(readRecordPage(context, params.slug));
