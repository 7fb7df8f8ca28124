import { redirect } from '@sveltejs/kit';
import { findDocumentOf } from '#lib/server/queries/debate/comment-link-page.ts';
import { show } from '#lib/server/http/answering.ts';
import type { PageServerLoad } from './$types';

/** Redirects from a comment's id to its place in its document. */
export const load: PageServerLoad = async ({ locals, params: { id } }) => {
  const { slug } = await show(findDocumentOf(locals.context, id));
  redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
};
