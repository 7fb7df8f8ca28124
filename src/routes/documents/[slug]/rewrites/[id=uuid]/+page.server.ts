import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { layBeside } from '#lib/domain/hearing/aligned.ts';
import { isOwnRoundOpen } from '#lib/domain/hearing/own-round.ts';
import { mayDebate, maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import { giveLike, takeLikeBack } from '#lib/server/comments/likes.ts';
import { readDocument } from '#lib/server/documents/queries.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { takesMeetings } from '#lib/server/meetings/queries.ts';
import { withdrawRewrite } from '#lib/server/rewrites/actions.ts';
import { readRewrite } from '#lib/server/rewrites/queries.ts';
import { uuid } from '#lib/server/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const reading = await show(readRewrite(context, document, params.id));
  if (!reading.postedAt) redirect(303, `${url.pathname}/review`);
  const { considered, blocks, rows, corrections: _, ...rewrite } = reading;
  const isThisRound = rewrite.round === document.round;
  const own = document.hearing && { ...document.hearing, round: rewrite.round };
  return {
    rewrite,
    sections: rewrite.sections?.map(({ text }) => text) ?? [],
    entries: layBeside({ considered, blocks, rows }),
    view: viewOf(url.searchParams.get('view')),
    mayLike:
      !rewrite.withdrawnAt &&
      isOwnRoundOpen(document, own, context.now) &&
      mayDebate(context.viewer, document),
    mayWithdraw:
      isThisRound &&
      !rewrite.withdrawnAt &&
      maySpeakForRegion(context.viewer, document, rewrite.region.id) &&
      takesMeetings(context, document)
  };
};

const views = ['inPlace', 'sideBySide', 'changed'] as const;
const viewOf = (given: string | null) => views.find((view) => view === given) ?? 'inPlace';

const likeForm = v.object({
  changeId: uuid,
  liked: v.picklist(['true', 'false']),
  at: v.pipe(v.string(), v.digits())
});

export const actions: Actions = {
  like: (event) =>
    act(event, 'like', likeForm, async (context, { changeId, liked, at }) => {
      await (liked === 'true' ? takeLikeBack : giveLike)(context, { changeId });
      redirect(303, `${event.url.pathname}${keptView(event.url)}#aendring-${at}`);
    }),

  withdraw: (event) =>
    act(event, 'withdraw', v.object({}), async (context) => {
      await withdrawRewrite(context, event.params.id);
      setFlash(event, { kind: 'success', text: m.rewrite_withdrawn_done() });
      redirect(303, event.url.pathname);
    })
};

const keptView = ({ searchParams }: URL) => {
  const view = viewOf(searchParams.get('view'));
  return view === 'inPlace' ? '' : `?view=${view}`;
};
