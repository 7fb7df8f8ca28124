import { redirect } from '@sveltejs/kit';
import type { Disposition } from '#lib/domain/hearing/enums.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { markVoice, voiceForm } from '#lib/server/commands/debate/mark-voice.ts';
import { settleWish, settlingForm } from '#lib/server/commands/debate/settle-wish.ts';
import { unmarkVoice } from '#lib/server/commands/debate/unmark-voice.ts';
import { answerForm, answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { parseNumber } from '#lib/server/formats/fields.ts';
import { hasInput } from '#lib/server/hearing/inputs/list.ts';
import type { findAnswer } from '#lib/server/hearing/answers.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import {
  findNextUnanswered,
  readAnswerForWork,
  readAnswerPage
} from '#lib/server/queries/desk/answer-page.ts';
import { settledSentence } from '../settling.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const number = parseNumber(params.number);
  const { saved, ...page } = await show(readAnswerPage(context, params.slug, number));
  return { ...page, made: madeFrom(fieldsOf(saved)) };
};

/** Returns the saved answer in the fields of its form. */
function fieldsOf(saved: Awaited<ReturnType<typeof findAnswer>>): Saved {
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

/** Returns the number of the input in the address; 0, which no input has, if it is none. */
const numberOf = (params: { number: string }) => parseNumber(params.number) ?? 0;

/** Returns the address of the input on the desk, or of the desk if `number` is null. */
const addressOf = (slug: string, number: number | null) =>
  `/documents/${slug}/desk${number === null ? '' : `/${number}`}`;

const savedAnswer =
  (params: { slug: string; number: string }): ReadSaved =>
  async (context) => {
    const { saved, themes } = await readAnswerForWork(context, params.slug, numberOf(params));
    return {
      ...fieldsOf(saved),
      wordFor: (field, value) =>
        field === 'disposition'
          ? m[`word_disposition_${value as Disposition}`]?.()
          : themes.find(({ id }) => field === 'themeId' && id === value)?.title
    };
  };

export const actions: Actions = {
  answer: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'answer',
      answerForm,
      savedAnswer(event.params),
      async (context, form) => {
        const number = numberOf(event.params);
        await answerInput(context, documentAt(slug), number, form);
        const { left, next } = await findNextUnanswered(context, slug, number);
        const text = left === 0 ? m.desk_saved_last({ number }) : m.desk_saved({ number, left });
        setFlash(event, { kind: 'success', text });
        redirect(303, addressOf(slug, next));
      }
    );
  },

  settle: (event) =>
    act(event, 'settling', settlingForm, async (context, { wish, ...settling }) => {
      const document = await settleWish(context, documentAt(event.params.slug), wish, settling);
      setFlash(event, { kind: 'success', text: settledSentence(settling) });
      const number = numberOf(event.params);
      const stays = await hasInput(context, document, number);
      redirect(303, addressOf(document.slug, stays ? number : null));
    }),

  voice: (event) =>
    act(event, 'voice', voiceForm, async (context, { commentId, mark }) => {
      const { slug } = event.params;
      if (mark) await markVoice(context, documentAt(slug), commentId, mark);
      else await unmarkVoice(context, documentAt(slug), commentId);
      setFlash(event, { kind: 'success', text: m.desk_marked() });
      const stays = mark?.voice !== 'workingGroup';
      redirect(303, addressOf(slug, stays ? numberOf(event.params) : null));
    })
};
