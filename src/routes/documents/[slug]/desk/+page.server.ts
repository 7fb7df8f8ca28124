import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAnswerable, longestAnswer, longestReference } from '#lib/domain/hearing/disposition.ts';
import { dispositions, inputKinds } from '#lib/domain/hearing/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { answerAlike, mostAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { findPublication } from '#lib/server/hearing/publication.ts';
import { listThemes } from '#lib/server/hearing/themes.ts';
import { listWorkingGroupComments } from '#lib/server/queries/debate/voices.ts';
import { unmarkVoice } from '#lib/server/commands/debate/voices.ts';
import { listWaitingWishes } from '#lib/server/queries/debate/wishes.ts';
import { settleWish } from '#lib/server/commands/debate/wishes.ts';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { listRegions } from '#lib/server/hearing/parties.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import {
  uuid,
  markdown,
  optionalId,
  optionalLine,
  optionalNumber,
  text,
  wholeNumber
} from '#lib/server/formats/fields.ts';
import { listBacklog, tallyInputs } from '#lib/server/hearing/inputs/backlog.ts';
import { findInputs, listInputs } from '#lib/server/hearing/inputs/inputs.ts';
import type { Actions, PageServerLoad } from './$types';
import { settledSentence, settlingForm } from './settling.ts';

/** What the address asks for; what is not understood is not asked for. */
const asked = v.object({
  kind: v.fallback(v.optional(v.picklist(inputKinds)), undefined),
  disposition: v.fallback(v.optional(v.picklist(dispositions)), undefined),
  region: v.fallback(v.optional(uuid), undefined),
  theme: v.fallback(v.optional(v.union([v.literal('none'), uuid])), undefined),
  lacking: v.fallback(v.optional(v.picklist(['missing', 'withoutReason'])), undefined),
  wished: v.fallback(v.optional(v.literal('yes')), undefined),
  after: v.fallback(v.optional(wholeNumber()), undefined)
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readForWork(context, params.slug));
  const { region, theme, after, ...filter } = v.parse(asked, Object.fromEntries(url.searchParams));
  const wanted = { ...filter, round: document.round, regionId: region, themeId: theme };
  const { inputs, next } = await listInputs(context, document, { filter: wanted, cursor: after });
  return {
    inputs,
    next,
    found: await findInputs(context, document, { filter: wanted, limit: mostAlike }),
    chosen: { ...filter, region, theme },
    tally: await tallyInputs(context, document),
    backlog: await listBacklog(context, document),
    publishedAt: await findPublication(context, document),
    regions: await listRegions(context),
    themes: await listThemes(context, document),
    own: await listWorkingGroupComments(context, document.id),
    wishes: await listWaitingWishes(context, document),
    mayAnswer: isAnswerable(document.state),
    mayPublish: document.state === 'processing'
  };
};

/** An input as its number and the revision of its answer, `12:3`. */
const askedInput = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,8}:\d{1,9}$/),
  v.transform((given) => {
    const [number, revision] = given.split(':').map(Number);
    return { number: number!, revision: revision! };
  })
);

/** Several of them in one field. */
const askedInputs = v.pipe(
  v.optional(text(20 * mostAlike), ''),
  v.transform((given) => given.split(' ').filter(Boolean)),
  v.array(askedInput)
);

const alikeForm = v.object({
  /** Who is answered: those that are ticked, all without a disposition, or all that the filter finds. */
  reach: v.optional(v.picklist(['ticked', 'missing', 'all']), 'ticked'),
  numbers: v.optional(v.array(askedInput), []),
  missing: askedInputs,
  disposed: askedInputs,
  disposition: v.picklist(dispositions),
  markdown: markdown(longestAnswer),
  themeId: optionalId,
  duplicateOf: optionalNumber,
  referredTo: v.optional(optionalLine(longestReference), '')
});

/** What became of an answer to many; of long lists the first numbers, for a cookie holds no more. */
function told({ answered, kept, gone }: Awaited<ReturnType<typeof answerAlike>>): string {
  const first = (numbers: number[]) =>
    numbers.length <= 20
      ? numbers.join(', ')
      : m.desk_alike_more({
          numbers: numbers.slice(0, 20).join(', '),
          count: numbers.length - 20
        });
  return [
    m.desk_alike_saved({ count: answered.length }),
    kept.length > 0 && m.desk_alike_kept({ numbers: first(kept) }),
    gone.length > 0 && m.desk_alike_gone({ numbers: first(gone) })
  ]
    .filter(Boolean)
    .join(' ');
}

const markForm = v.object({ commentId: uuid });

export const actions: Actions = {
  alike: (event) =>
    act(
      event,
      'alike',
      alikeForm,
      async (context, { reach, numbers, missing, disposed, ...words }) => {
        const { id } = await readForWork(context, event.params.slug);
        const given = { ticked: numbers, missing, all: [...missing, ...disposed] }[reach];
        const done = await answerAlike(context, id, given, words);
        const isAll = done.kept.length + done.gone.length === 0;
        setFlash(event, { kind: isAll ? 'success' : 'refusal', text: told(done) });
        const asked = new URLSearchParams(event.url.searchParams);
        asked.delete('/alike');
        redirect(303, event.url.pathname + (asked.size > 0 ? `?${asked}` : ''));
      }
    ),

  settle: (event) =>
    act(event, 'settling', settlingForm, async (context, { wish, ...settling }) => {
      const document = await readForWork(context, event.params.slug);
      await settleWish(context, document.id, wish, settling);
      setFlash(event, { kind: 'success', text: settledSentence(settling) });
      const left = await listWaitingWishes(context, document);
      redirect(303, event.url.pathname + (left.length > 0 ? '?wished=yes' : ''));
    }),

  publish: (event) =>
    act(event, 'publication', v.object({}), async (context) => {
      const { id } = await readForWork(context, event.params.slug);
      await publishAnswers(context, id);
      setFlash(event, { kind: 'success', text: m.desk_published_done() });
      redirect(303, event.url.pathname);
    }),

  unmark: (event) =>
    act(event, 'voice', markForm, async (context, { commentId }) => {
      const { id } = await readForWork(context, event.params.slug);
      await unmarkVoice(context, id, commentId);
      setFlash(event, { kind: 'success', text: m.desk_unmarked() });
      redirect(303, event.url.pathname);
    })
};
