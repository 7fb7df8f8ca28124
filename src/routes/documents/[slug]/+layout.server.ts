import { readHead } from '#lib/server/documents/head.ts';
import { show } from '#lib/server/http/answering.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  head: await show(readHead(locals.context, params.slug))
});
