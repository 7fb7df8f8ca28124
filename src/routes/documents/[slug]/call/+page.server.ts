import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { copenhagen, daysLater, endOfDay, inCopenhagen } from '#lib/domain/time.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { closeCall, openCall } from '#lib/server/commands/documents/calls.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { day, required, requiredMarkdown } from '#lib/server/formats/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const longestCall = 10_000;
const longestReason = 1000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { call, state } = await show(readForWork(context, params.slug));
  const today = inCopenhagen(context.now).date;
  return {
    call,
    mayOpen: state === 'drafting' && call === null,
    mayClose: state === 'callForInput',
    suggested: daysLater(today, context.configuration.leastHearingDays)
  };
};

const callForm = v.object({
  markdown: requiredMarkdown(longestCall),
  closes: day
});

const closureForm = v.object({ reason: required(longestReason) });

export const actions: Actions = {
  open: (event) =>
    act(event, 'call', callForm, async (context, { markdown, closes }) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      const period = { opensAt: context.now, closesAt: copenhagen(closes, endOfDay) };
      await openCall(context, id, { ...period, markdown });
      setFlash(event, { kind: 'success', text: m.hearing_call_opened() });
      redirect(303, `/documents/${slug}`);
    }),

  close: (event) =>
    act(event, 'closure', closureForm, async (context, { reason }) => {
      const { id, slug } = await readForWork(context, event.params.slug);
      await closeCall(context, id, reason);
      setFlash(event, { kind: 'success', text: m.hearing_call_closed_done() });
      redirect(303, `/documents/${slug}/inputs`);
    })
};
