import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { addLike, changeLikeForm, removeLike } from '#lib/server/commands/debate/like.ts';
import { act, redirectUnlessUnsent, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { withdrawForm, withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { readRewritePage, viewOf } from '#lib/server/queries/regions/rewrite-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = pageAsked(url);
  const page = await show(readRewritePage(locals.context, params, url.searchParams, asked));
  if (!page) redirectUnlessUnsent(locals, `${url.pathname}/review`);
  return page;
};

export const actions: Actions = {
  like: (event) =>
    act(event, 'like', changeLikeForm, async (context, { changeId, liked, at }) => {
      await (liked === 'true' ? removeLike : addLike)(context, { changeId });
      const kept = new URLSearchParams({ ...keptView(event.url), change: at });
      redirect(303, `${event.url.pathname}?${kept}#aendring-${at}`);
    }),

  withdraw: (event) =>
    act(event, 'withdraw', withdrawForm, async (context) => {
      await withdrawRewrite(context, event.params.id);
      setFlash(event, { kind: 'success', text: m.rewrite_withdrawn_done() });
      redirect(303, event.url.pathname);
    })
};

/** Returns the parameter that keeps the view of the address. */
const keptView = ({ searchParams }: URL): Record<string, string> => {
  const view = viewOf(searchParams);
  return view === 'inPlace' ? {} : { view };
};
