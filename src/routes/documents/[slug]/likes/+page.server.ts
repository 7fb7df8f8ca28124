import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { listLikers } from '#lib/server/queries/debate/likers.ts';
import type { Likeable } from '#lib/domain/hearing/debate.ts';
import { show } from '#lib/server/http/answering.ts';
import { uuid } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { head } = await parent();
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  return { likers: await show(find(url.searchParams)), back: backTo(url.searchParams) };

  async function find(parameters: URLSearchParams) {
    const thing = likeableIn(parameters);
    if (!thing) throw new Refusal('notFound');
    return listLikers(context, head.id, thing);
  }
};

function likeableIn(parameters: URLSearchParams): Likeable | null {
  const [commentId, blockId, changeId] = ['comment', 'block', 'change'].map((name) =>
    parameters.get(name)
  );
  if (v.is(uuid, commentId)) return { commentId };
  if (v.is(uuid, blockId)) return { blockId };
  return v.is(uuid, changeId) ? { changeId } : null;
}

/** The place on the reading page that one came from. */
function backTo(parameters: URLSearchParams): string {
  const comment = parameters.get('comment');
  if (comment) return `?comment=${encodeURIComponent(comment)}#kommentar-${comment}`;
  const block = parameters.get('block');
  return block ? `#blok-${block}` : `#aendring-${parameters.get('change') ?? ''}`;
}
