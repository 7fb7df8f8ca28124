import { redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt, readDocument } from '#lib/server/access/documents.ts';
import { approvalForm, approveChanges } from '#lib/server/commands/outcome/approve-changes.ts';
import { beginNextRound, nextRoundForm } from '#lib/server/commands/outcome/begin-next-round.ts';
import {
  concludeAdoption,
  conclusionForm
} from '#lib/server/commands/outcome/conclude-adoption.ts';
import {
  confirmationForm,
  confirmReservation
} from '#lib/server/commands/outcome/confirm-reservation.ts';
import {
  decide,
  decisionForm,
  planDecision,
  unfinishedDecisionForm
} from '#lib/server/commands/outcome/decide.ts';
import {
  proposalForm,
  proposeReservation
} from '#lib/server/commands/outcome/propose-reservation.ts';
import { changeReturnForm, sendChangeBack } from '#lib/server/commands/outcome/send-change-back.ts';
import {
  reservationReturnForm,
  sendReservationBack
} from '#lib/server/commands/outcome/send-reservation-back.ts';
import { act, formWith, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import {
  readDecisionPage,
  refuseUnlessDeciding
} from '#lib/server/queries/outcome/decision-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  show(
    readDecisionPage(locals.context, params.slug, {
      page: pageAsked(url).page ?? null,
      change: url.searchParams.get('at')
    })
  );

export const actions: Actions = {
  decide: (event) =>
    act(event, 'decide', decisionForm, async (context, form) => {
      await decide(context, documentAt(event.params.slug), planDecision(form));
      setFlash(event, { kind: 'success', text: m.decision_done() });
      redirect(303, `/documents/${event.params.slug}/decision`);
    }),

  propose: (event) =>
    act(event, 'propose', proposalForm, async (context, { reservation, ...form }) => {
      const proposal = { ...form, reservationId: reservation };
      await proposeReservation(context, documentAt(event.params.slug), proposal);
      return returnTo(event, m.adoption_propose_done(), `forbehold-${reservation}`);
    }),

  confirm: (event) =>
    act(event, 'confirm', confirmationForm, async (context, { reservation, ...form }) => {
      const confirmation = { ...form, reservationId: reservation };
      await confirmReservation(context, documentAt(event.params.slug), confirmation);
      return returnTo(event, m.adoption_confirm_done(), `forbehold-${reservation}`);
    }),

  sendBack: (event) =>
    act(event, 'sendBack', reservationReturnForm, async (context, { reservation, ...form }) => {
      const returned = { ...form, reservationId: reservation };
      await sendReservationBack(context, documentAt(event.params.slug), returned);
      return returnTo(event, m.adoption_send_back_done(), `forbehold-${reservation}`);
    }),

  approve: (event) =>
    act(event, 'approve', approvalForm, async (context, form) => {
      await approveChanges(context, documentAt(event.params.slug), form);
      return returnTo(event, m.adoption_approve_done(), 'changes');
    }),

  sendChangeBack: (event) =>
    act(event, 'sendChangeBack', changeReturnForm, async (context, form) => {
      await sendChangeBack(context, documentAt(event.params.slug), form);
      const { change } = form;
      return returnTo(event, m.adoption_send_back_done(), `aendring-${change}`, change);
    }),

  conclude: (event) =>
    act(event, 'conclude', conclusionForm, async (context, form) => {
      await concludeAdoption(context, documentAt(event.params.slug), form);
      return returnTo(event, m.adoption_confirm_done(), 'reservations');
    }),

  /** Returns the form as it was sent, with one more row, and decides nothing. */
  rows: (event) =>
    act(event, 'decide', unfinishedDecisionForm, async (context, form) => {
      await refuseUnlessDeciding(context, event.params.slug);
      const rows = { block: [...form.block, ''], wish: [...form.wish, ''] };
      return formWith('decide', { ...form, ...rows });
    }),

  nextRound: (event) =>
    act(event, 'nextRound', nextRoundForm, async (context) => {
      await beginNextRound(context, documentAt(event.params.slug));
      setFlash(event, { kind: 'success', text: m.decision_next_round_done() });
      redirect(303, `/documents/${event.params.slug}/draft`);
    })
};

/**
 * Redirects to what was answered on the page, on that page of the changes which has the change `at`;
 * or to the top of the page if the adoption was completed.
 */
async function returnTo(
  event: RequestEvent<{ slug: string }>,
  done: string,
  hash: string,
  at: string | null = null
) {
  const { slug, adopted } = await readDocument(event.locals.context, event.params.slug);
  const text = adopted ? m.adoption_done({ number: adopted.versionNumber }) : done;
  setFlash(event, { kind: 'success', text });
  const query = at === null ? samePage(event.url) : `?at=${at}`;
  redirect(303, `/documents/${slug}/decision${adopted ? '' : `${query}#${hash}`}`);
}

/** Returns the query for the page of the changes that the form was sent from. */
function samePage(url: URL): string {
  const { page } = pageAsked(url);
  return page ? `?page=${page}` : '';
}
