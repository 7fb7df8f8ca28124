import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayDecide, mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { outcomes } from '#lib/domain/hearing/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { beginNextRound, decide, meetReservation } from '#lib/server/decisions/actions.ts';
import { listReservations, listSubmissions } from '#lib/server/decisions/queries.ts';
import { listVersions, readDocument, readVersion } from '#lib/server/documents/queries.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { uuid, numberIn, text, wholeNumber } from '#lib/server/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as fit a form that can be looked over; more are asked for with ?rows=. */
const rowsAtFirst = 3;
const mostRows = 30;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const [submissions, reservations, versions] = await Promise.all([
    listSubmissions(context, document.id),
    listReservations(context, document.id),
    listVersions(context, document.id)
  ]);
  const open = submissions.find(({ decisionId }) => !decisionId) ?? null;
  const { blocks } = open
    ? await readVersion(context, document.id, open.versionNumber)
    : { blocks: [] };
  return {
    open,
    heardVersion: document.hearing?.versionNumber ?? null,
    decided: submissions.filter(({ decisionId }) => decisionId),
    reservations,
    laterVersions: versions
      .map(({ number }) => number)
      .filter((number) => number > (submissions[0]?.versionNumber ?? Infinity)),
    blocks: blocks
      .filter(({ number }) => number !== null)
      .map(({ blockId, number, text }) => ({ blockId, number: number!, text })),
    rows: Math.min(mostRows, numberIn(url.searchParams.get('rows')) ?? rowsAtFirst),
    mayDecide: open !== null && mayDecide(context.viewer, document),
    mayMeet: document.state === 'adoptedWithReservations' && mayWorkOn(context.viewer, document),
    mayBeginNextRound: document.state === 'returned' && mayWorkOn(context.viewer, document)
  };
};

const longestReason = 20_000;
const longestWish = 4_000;

const decisionForm = v.object({
  outcome: v.picklist(outcomes),
  reason: text(longestReason),
  block: v.array(v.union([v.literal(''), uuid])),
  wish: v.array(text(longestWish))
});

const metForm = v.object({
  reservation: uuid,
  version: wholeNumber(1),
  note: text(longestWish)
});

export const actions: Actions = {
  decide: (event) =>
    act(event, 'decide', decisionForm, async (context, { outcome, reason, block, wish }) => {
      const { id, slug } = await readDocument(context, event.params.slug);
      const reservations = wish
        .map((each, index) => ({ blockId: block[index] || null, wish: each }))
        .filter((each) => each.wish || each.blockId);
      await decide(context, id, { outcome, reason, reservations });
      setFlash(event, { kind: 'success', text: m.decision_done() });
      redirect(303, `/documents/${slug}/decision`);
    }),

  meet: (event) =>
    act(event, 'meet', metForm, async (context, { reservation, version, note }) => {
      const { slug } = await readDocument(context, event.params.slug);
      await meetReservation(context, reservation, { versionNumber: version, note });
      setFlash(event, { kind: 'success', text: m.decision_meet_done() });
      redirect(303, `/documents/${slug}/decision`);
    }),

  nextRound: (event) =>
    act(event, 'nextRound', v.object({}), async (context) => {
      const { id, slug } = await readDocument(context, event.params.slug);
      await beginNextRound(context, id);
      setFlash(event, { kind: 'success', text: m.decision_next_round_done() });
      redirect(303, `/documents/${slug}/draft`);
    })
};
