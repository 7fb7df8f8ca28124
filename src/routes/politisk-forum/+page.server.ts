import { readForumPage } from '#lib/server/queries/outcome/forum-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => readForumPage(locals.context);
