import { redirect } from '@sveltejs/kit';
import { readLikersPage } from '#lib/server/queries/debate/likers-page.ts';
import { show } from '#lib/server/http/answering.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { head } = await parent();
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  return {
    likers: await show(readLikersPage(context, head.id, url.searchParams)),
    back: backTo(url.searchParams)
  };
};

/** Returns the address of the liked thing on the reading page. */
function backTo(parameters: URLSearchParams): string {
  const comment = parameters.get('comment');
  if (comment) return `?comment=${encodeURIComponent(comment)}#kommentar-${comment}`;
  const block = parameters.get('block');
  return block ? `#blok-${block}` : `#aendring-${parameters.get('change') ?? ''}`;
}
