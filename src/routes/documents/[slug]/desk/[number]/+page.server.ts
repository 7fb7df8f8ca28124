import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Disposition } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentAt, readForWork } from '#lib/server/access/documents.ts';
import { markVoice, unmarkVoice } from '#lib/server/commands/debate/voices.ts';
import { settleWish } from '#lib/server/commands/debate/wishes.ts';
import { answerForm, answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { numberIn, uuid } from '#lib/server/formats/fields.ts';
import { hasInput } from '#lib/server/hearing/inputs/list.ts';
import type { findSavedAnswer } from '#lib/server/hearing/saved-answer.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { isImported } from '#lib/server/queries/debate/voices.ts';
import { listWaitingWishes } from '#lib/server/queries/debate/wishes.ts';
import {
  findNextUnanswered,
  listMeetingsOf,
  readAnswerForWork,
  readAnswerPage
} from '#lib/server/queries/desk/answer-page.ts';
import { settledSentence, settlingForm } from '../settling.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const number = numberIn(params.number);
  const { document, saved, ...page } = await show(readAnswerPage(context, params.slug, number));
  const { commentId } = page.input;
  const mayMark = commentId !== null && (await isImported(context, commentId));
  const wishes = await listWaitingWishes(context, document);
  return {
    ...page,
    mayMark,
    wishes: wishes.filter((each) => each.number === number),
    made: madeFrom(fieldsOf(saved)),
    meetings: mayMark ? await listMeetingsOf(context, document.hearing) : []
  };
};

/** Returns the saved answer in the fields of its form. */
function fieldsOf(saved: Awaited<ReturnType<typeof findSavedAnswer>>): Saved {
  return {
    revision: saved?.revision ?? 0,
    by: saved?.by,
    at: saved?.at,
    fields: {
      disposition: saved?.disposition ?? '',
      markdown: saved?.markdown ?? '',
      themeId: saved?.themeId ?? '',
      duplicateOf: String(saved?.duplicateOf ?? ''),
      referredTo: saved?.referredTo ?? ''
    }
  };
}

const savedAnswer =
  (params: { slug: string; number: string }): ReadSaved =>
  async (context) => {
    const number = Number(params.number);
    const { saved, themes } = await readAnswerForWork(context, params.slug, number);
    return {
      ...fieldsOf(saved),
      wordFor: (field, value) =>
        field === 'disposition'
          ? m[`word_disposition_${value as Disposition}`]?.()
          : themes.find(({ id }) => field === 'themeId' && id === value)?.title
    };
  };

const voiceForm = v.object({
  commentId: uuid,
  /** The id of a meeting, or one of two words. */
  voice: v.union([v.literal('workingGroup'), v.literal('member'), uuid])
});

export const actions: Actions = {
  answer: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'answer',
      answerForm,
      savedAnswer(event.params),
      async (context, form) => {
        const number = numberIn(event.params.number);
        if (number === null) throw new Refusal('notFound');
        await answerInput(context, documentAt(slug), number, form);
        const { left, next } = await findNextUnanswered(context, slug, number);
        const text = left === 0 ? m.desk_saved_last({ number }) : m.desk_saved({ number, left });
        setFlash(event, { kind: 'success', text });
        redirect(303, `/documents/${slug}/desk${next === null ? '' : `/${next}`}`);
      }
    );
  },

  settle: (event) =>
    act(event, 'settling', settlingForm, async (context, { wish, ...settling }) => {
      const document = await readForWork(context, event.params.slug);
      await settleWish(context, document.id, wish, settling);
      setFlash(event, { kind: 'success', text: settledSentence(settling) });
      const stays = await hasInput(context, document, numberIn(event.params.number) ?? 0);
      redirect(303, `/documents/${document.slug}/desk${stays ? `/${event.params.number}` : ''}`);
    }),

  voice: (event) =>
    act(event, 'voice', voiceForm, async (context, { commentId, voice }) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      if (voice === 'member') await unmarkVoice(context, id, commentId);
      else if (voice === 'workingGroup') await markVoice(context, id, commentId, { voice });
      else await markVoice(context, id, commentId, { voice: 'region', meetingId: voice });
      setFlash(event, { kind: 'success', text: m.desk_marked() });
      const stays = voice !== 'workingGroup';
      redirect(303, `/documents/${slug}/desk${stays ? `/${event.params.number}` : ''}`);
    })
};
