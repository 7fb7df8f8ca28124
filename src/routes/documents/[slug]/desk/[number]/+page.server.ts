import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAnswerable, longestAnswer, longestReference } from '#lib/domain/hearing/disposition.ts';
import { dispositions, type Disposition } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { giveAnswer } from '#lib/server/commands/desk/answer.ts';
import { findSavedAnswer } from '#lib/server/hearing/saved-answer.ts';
import { listThemes } from '#lib/server/hearing/themes.ts';
import { isImported } from '#lib/server/queries/debate/voices.ts';
import { markVoice, unmarkVoice } from '#lib/server/commands/debate/voices.ts';
import { listWaitingWishes } from '#lib/server/queries/debate/wishes.ts';
import { settleWish } from '#lib/server/commands/debate/wishes.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { listMeetings } from '#lib/server/hearing/parties.ts';
import { act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  uuid,
  markdown,
  numberIn,
  optionalId,
  optionalNumber,
  optionalLine,
  wholeNumber
} from '#lib/server/formats/fields.ts';
import { madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import { listBacklog } from '#lib/server/hearing/inputs/backlog.ts';
import { isStanding, listNumbers, readInput } from '#lib/server/hearing/inputs/inputs.ts';
import { settledSentence, settlingForm } from '../settling.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  show(readOne(locals.context, params.slug, numberIn(params.number)));

async function readOne(context: Context, slug: string, number: number | null) {
  const document = await readForWork(context, slug);
  if (number === null) throw new Refusal('notFound');
  const input = await readInput(context, document, number);
  const { missing, withoutReason } = await listBacklog(context, document);
  const numbers = await listNumbers(context, { id: document.id, round: input.round });
  const at = numbers.indexOf(number);
  const mayMark = input.commentId !== null && (await isImported(context, input.commentId));
  return {
    input,
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
    left: missing.length + withoutReason.length,
    total: numbers.length,
    themes: await listThemes(context, document),
    mayAnswer: isAnswerable(document.state) && input.round === document.round,
    mayMark,
    wishes: (await listWaitingWishes(context, document)).filter((each) => each.number === number),
    made: madeFrom(fieldsOf(await findSavedAnswer(context, document.id, number))),
    meetings: mayMark && document.hearing ? await listMeetings(context, document.hearing.id) : []
  };
}

/** What the form for an answer is filled with, and made from. */
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
    const document = await readForWork(context, params.slug);
    const themes = await listThemes(context, document);
    return {
      ...fieldsOf(await findSavedAnswer(context, document.id, number)),
      wordFor: (field, value) =>
        field === 'disposition'
          ? m[`word_disposition_${value as Disposition}`]?.()
          : themes.find(({ id }) => field === 'themeId' && id === value)?.title
    };
  };

const answerForm = v.object({
  disposition: v.optional(v.nullable(v.picklist(dispositions)), null),
  markdown: markdown(longestAnswer),
  themeId: optionalId,
  duplicateOf: optionalNumber,
  referredTo: v.optional(optionalLine(longestReference), ''),
  revision: wholeNumber()
});

const voiceForm = v.object({
  commentId: uuid,
  /** The id of a meeting, or one of two words. */
  voice: v.union([v.literal('workingGroup'), v.literal('member'), uuid])
});

export const actions: Actions = {
  answer: (event) =>
    actOnSaved(event, 'answer', answerForm, savedAnswer(event.params), async (context, words) => {
      const document = await readForWork(context, event.params.slug);
      const number = numberIn(event.params.number);
      if (number === null) throw new Refusal('notFound');
      await giveAnswer(context, document.id, number, words);
      const { missing, withoutReason } = await listBacklog(context, document);
      const next = nextOf([...missing, ...withoutReason], number);
      const left = missing.length + withoutReason.length;
      setFlash(event, {
        kind: 'success',
        text: left === 0 ? m.desk_saved_last({ number }) : m.desk_saved({ number, left })
      });
      const desk = `/documents/${document.slug}/desk`;
      redirect(303, next === null ? desk : `${desk}/${next}`);
    }),

  settle: (event) =>
    act(event, 'settling', settlingForm, async (context, { wish, ...settling }) => {
      const document = await readForWork(context, event.params.slug);
      await settleWish(context, document.id, wish, settling);
      setFlash(event, { kind: 'success', text: settledSentence(settling) });
      const stays = await isStanding(context, document, numberIn(event.params.number) ?? 0);
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

/** The next number that waits, from here on and then from the beginning. */
function nextOf(waiting: number[], from: number): number | null {
  const sorted = waiting.toSorted((one, other) => one - other);
  return sorted.find((each) => each > from) ?? sorted[0] ?? null;
}
