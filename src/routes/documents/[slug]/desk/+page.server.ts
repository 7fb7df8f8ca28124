import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { settleWish, settlingForm } from '#lib/server/commands/debate/settle-wish.ts';
import { unmarkForm, unmarkVoice } from '#lib/server/commands/debate/unmark-voice.ts';
import {
  alikeForm,
  answerAlike,
  type AnsweredAlike
} from '#lib/server/commands/desk/answer-alike.ts';
import { publicationForm, publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { listWaitingWishes } from '#lib/server/queries/desk/waiting-wishes.ts';
import { readDeskPage } from '#lib/server/queries/desk/desk-page.ts';
import type { Actions, PageServerLoad } from './$types';
import { settledSentence } from './settling.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
  show(readDeskPage(locals.context, params.slug, url.searchParams));

/** Returns the sentences that say which inputs were answered, and which were not. */
function sentenceOf({ answered, kept, gone }: AnsweredAlike): string {
  return [
    m.desk_alike_saved({ count: answered.length }),
    kept.length > 0 && m.desk_alike_kept({ numbers: listOf(kept) }),
    gone.length > 0 && m.desk_alike_gone({ numbers: listOf(gone) })
  ]
    .filter(Boolean)
    .join(' ');
}

/** The message is stored in a cookie, which has at most 4 KB. */
const maxNumbers = 20;

function listOf(numbers: number[]): string {
  if (numbers.length <= maxNumbers) return numbers.join(', ');
  return m.desk_alike_more({
    numbers: numbers.slice(0, maxNumbers).join(', '),
    count: numbers.length - maxNumbers
  });
}

export const actions: Actions = {
  alike: (event) =>
    act(event, 'alike', alikeForm, async (context, { inputs, content }) => {
      const done = await answerAlike(context, documentAt(event.params.slug), inputs, content);
      const isAll = done.kept.length + done.gone.length === 0;
      setFlash(event, { kind: isAll ? 'success' : 'refusal', text: sentenceOf(done) });
      const query = new URLSearchParams(event.url.searchParams);
      query.delete('/alike');
      redirect(303, event.url.pathname + (query.size > 0 ? `?${query}` : ''));
    }),

  settle: (event) =>
    act(event, 'settling', settlingForm, async (context, { wish, ...settling }) => {
      const document = await settleWish(context, documentAt(event.params.slug), wish, settling);
      setFlash(event, { kind: 'success', text: settledSentence(settling) });
      const left = await listWaitingWishes(context, document);
      redirect(303, event.url.pathname + (left.length > 0 ? '?wished=yes' : ''));
    }),

  publish: (event) =>
    act(event, 'publication', publicationForm, async (context) => {
      await publishAnswers(context, documentAt(event.params.slug));
      setFlash(event, { kind: 'success', text: m.desk_published_done() });
      redirect(303, event.url.pathname);
    }),

  unmark: (event) =>
    act(event, 'voice', unmarkForm, async (context, { commentId }) => {
      await unmarkVoice(context, documentAt(event.params.slug), commentId);
      setFlash(event, { kind: 'success', text: m.desk_unmarked() });
      redirect(303, event.url.pathname);
    })
};
