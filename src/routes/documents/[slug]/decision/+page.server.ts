import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { refuseIfDecided } from '#lib/domain/hearing/lifecycle.ts';
import { mayDecide, mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { outcomes } from '#lib/domain/hearing/words.ts';
import { usualPage } from '#lib/domain/paging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { beginNextRound, decide } from '#lib/server/commands/outcome/decide.ts';
import {
  approveChanges,
  concludeAdoption,
  confirmReservation,
  proposeReservation,
  sendChangeBack,
  sendReservationBack
} from '#lib/server/commands/outcome/confirm-reservations.ts';
import { listSubmissions } from '#lib/server/queries/outcome/decisions.ts';
import { viewAdoption } from '#lib/server/queries/outcome/adoption-view.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { act, formWith, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { uuid, text, wholeNumber } from '#lib/server/formats/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as fit a form that can be looked over; a button in it adds more. */
const rowsAtFirst = 3;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const [submissions, standing] = await Promise.all([
    listSubmissions(context, document.id),
    viewAdoption(context, document, {
      page: pageAsked(url).page ?? null,
      change: url.searchParams.get('at')
    })
  ]);
  const isUnderWay = document.state === 'adoptedWithReservations';
  const open = submissions.find(({ decisionId }) => !decisionId) ?? null;
  const { blocks } = open
    ? await readVersion(context, document.id, open.versionNumber)
    : { blocks: [] };
  return {
    open,
    heardVersion: document.hearing?.versionNumber ?? null,
    decided: submissions.filter(({ decisionId }) => decisionId),
    standing,
    blocks: blocks
      .filter(({ number }) => number !== null)
      .map(({ blockId, number, text }) => ({ blockId, number: number!, text })),
    rows: rowsAtFirst,
    mayDecide: open !== null && mayDecide(context.viewer, document),
    mayPropose: isUnderWay && mayWorkOn(context.viewer, document),
    mayConfirm: isUnderWay && mayDecide(context.viewer, document),
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

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));
const versionNumber = wholeNumber(1);
const seen = { versionNumber, seen: wholeNumber() };

const proposeForm = v.object({ ...seen, reservation: uuid, note: text(longestWish) });
const confirmForm = v.object({ ...seen, reservation: uuid });
const sendBackForm = v.object({ ...seen, reservation: uuid, reason: text(longestWish) });
const approveForm = v.object({
  ...seen,
  changes: v.pipe(v.array(name), v.nonEmpty(), v.maxLength(usualPage.changes))
});
const sendChangeBackForm = v.object({ ...seen, change: name, reason: text(longestWish) });
const concludeForm = v.object({ versionNumber });

const rowsForm = v.object({
  outcome: v.optional(v.string(), ''),
  reason: text(longestReason),
  block: v.array(v.string()),
  wish: v.array(text(longestWish))
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

  propose: (event) =>
    act(event, 'propose', proposeForm, async (context, { reservation, ...form }) => {
      const { id } = await readDocument(context, event.params.slug);
      await proposeReservation(context, id, { ...form, reservationId: reservation });
      return told(event, m.adoption_propose_done(), `forbehold-${reservation}`);
    }),

  confirm: (event) =>
    act(event, 'confirm', confirmForm, async (context, { reservation, ...form }) => {
      const { id } = await readDocument(context, event.params.slug);
      await confirmReservation(context, id, { ...form, reservationId: reservation });
      return told(event, m.adoption_confirm_done(), `forbehold-${reservation}`);
    }),

  sendBack: (event) =>
    act(event, 'sendBack', sendBackForm, async (context, { reservation, ...form }) => {
      const { id } = await readDocument(context, event.params.slug);
      await sendReservationBack(context, id, { ...form, reservationId: reservation });
      return told(event, m.adoption_send_back_done(), `forbehold-${reservation}`);
    }),

  approve: (event) =>
    act(event, 'approve', approveForm, async (context, form) => {
      const { id } = await readDocument(context, event.params.slug);
      await approveChanges(context, id, form);
      return told(event, m.adoption_approve_done(), 'changes');
    }),

  sendChangeBack: (event) =>
    act(event, 'sendChangeBack', sendChangeBackForm, async (context, form) => {
      const { id } = await readDocument(context, event.params.slug);
      await sendChangeBack(context, id, form);
      const { change } = form;
      return told(event, m.adoption_send_back_done(), `aendring-${change}`, change);
    }),

  conclude: (event) =>
    act(event, 'conclude', concludeForm, async (context, form) => {
      const { id } = await readDocument(context, event.params.slug);
      await concludeAdoption(context, id, form);
      return told(event, m.adoption_confirm_done(), 'reservations');
    }),

  /** Gives the form back as it is, with one more row, and decides nothing. */
  rows: (event) =>
    act(event, 'decide', rowsForm, async (context, { outcome, reason, block, wish }) => {
      const document = await readDocument(context, event.params.slug);
      if (!mayDecide(context.viewer, document)) throw new Refusal('notAllowed');
      refuseIfDecided(document.state);
      const rows = { block: [...block, ''], wish: [...wish, ''] };
      return formWith('decide', { outcome, reason, ...rows });
    }),

  nextRound: (event) =>
    act(event, 'nextRound', v.object({}), async (context) => {
      const { id, slug } = await readDocument(context, event.params.slug);
      await beginNextRound(context, id);
      setFlash(event, { kind: 'success', text: m.decision_next_round_done() });
      redirect(303, `/documents/${slug}/draft`);
    })
};

/**
 * Back to the page, at what was answered, on the page of the changes that holds the one at it; at
 * its top where that completed the adoption.
 */
async function told(
  event: RequestEvent<{ slug: string }>,
  done: string,
  hash: string,
  at: string | null = null
) {
  const { slug, adopted } = await readDocument(event.locals.context, event.params.slug);
  const text = adopted ? m.adoption_done({ number: adopted.versionNumber }) : done;
  setFlash(event, { kind: 'success', text });
  const shown = at === null ? keptPage(event.url) : `?at=${at}`;
  redirect(303, `/documents/${slug}/decision${adopted ? '' : `${shown}#${hash}`}`);
}

/** The page of the changes that the form was sent from. */
function keptPage(url: URL): string {
  const { page } = pageAsked(url);
  return page ? `?page=${page}` : '';
}
