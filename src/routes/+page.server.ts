import { readFrontPage } from '#lib/server/queries/documents/front-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => readFrontPage(locals.context);
