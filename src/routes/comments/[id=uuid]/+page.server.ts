import { redirect } from '@sveltejs/kit';
import { findPlaceOf } from '#lib/server/queries/debate/quoted.ts';
import { show } from '#lib/server/http/answering.ts';
import type { PageServerLoad } from './$types';

/** A comment's own address, whatever document it is said to: it leads on to where it stands. */
export const load: PageServerLoad = async ({ locals, params: { id } }) => {
  const { slug } = await show(findPlaceOf(locals.context, id));
  redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
};
