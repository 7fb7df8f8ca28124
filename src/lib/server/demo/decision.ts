import type { Context } from '../access/context.ts';
import { beginNextRound, decide } from '../commands/outcome/decide.ts';
import {
  confirmReservation,
  proposeReservation,
  sendReservationBack
} from '../commands/outcome/confirm-reservations.ts';
import { findStanding } from '../hearing/adoption.ts';
import { submitDocument } from '../commands/outcome/submit.ts';
import { saveForeword } from '../commands/outcome/reports.ts';
import type {
  DemoDecision,
  DemoHearing,
  DemoReport,
  DemoReservationStep,
  DemoSubmission
} from './content/index.ts';
import type { Happening } from './happening.ts';
import { blockAt, type Story } from './story.ts';

/** Version and report are sent to Politisk Forum, which decides; and what follows of its decision. */
export function decided(story: Story, { report, submission, decision }: DemoHearing): Happening[] {
  const sent = submission ? [submitted(story, submission)] : [];
  const judged =
    submission && decision
      ? [
          concluded(story, submission, decision),
          ...reservationsMet(story, decision),
          ...resumed(story, decision)
        ]
      : [];
  return [...(report ? [summedUp(story, report)] : []), ...sent, ...judged];
}

const summedUp = (story: Story, { composed, foreword }: DemoReport): Happening => ({
  at: story.calendar.momentOf(composed.at),
  by: composed.by,
  happen: (context) => saveForeword(context, story.documentId, { foreword, revision: 0 })
});

const submitted = (
  story: Story,
  { submitted: deed, note, version }: DemoSubmission
): Happening => ({
  at: story.calendar.momentOf(deed.at),
  by: deed.by,
  happen: (context) =>
    submitDocument(context, story.documentId, { message: note, versionNumber: version })
});

const concluded = (
  story: Story,
  submission: DemoSubmission,
  decision: DemoDecision
): Happening => ({
  at: story.calendar.momentOf(decision.decided.at),
  by: decision.decided.by,
  happen: (context) =>
    decide(context, story.documentId, {
      outcome: decision.outcome,
      reason: reasonOf(decision),
      reservations: (decision.reservations ?? []).map(({ block, wish }) => ({
        blockId: blockAt(story, submission.version, block).blockId,
        wish
      }))
    })
});

const reasonOf = ({ reason, wishes = [] }: DemoDecision) =>
  [reason, wishes.map((wish) => `- ${wish}`).join('\n')].join('\n\n').trim();

const reservationsMet = (story: Story, { reservations = [] }: DemoDecision): Happening[] =>
  reservations.flatMap(({ steps = [] }, position) =>
    steps.map((step) => ({
      at: story.calendar.momentOf(step.said.at),
      by: step.said.by,
      happen: (context: Context) => saidOfReservation(context, story, position, step)
    }))
  );

async function saidOfReservation(
  context: Context,
  { documentId }: Story,
  position: number,
  { kind, version, words }: DemoReservationStep
) {
  const standing = await findStanding(context, { id: documentId, round: 1 });
  const { reservation, steps } = standing!.judgement.reservations[position]!;
  const seen = { reservationId: reservation.id, versionNumber: version, seen: steps };
  if (kind === 'proposed') return proposeReservation(context, documentId, { ...seen, note: words });
  if (kind === 'confirmed') return confirmReservation(context, documentId, seen);
  return sendReservationBack(context, documentId, { ...seen, reason: words });
}

/** What was returned is taken into its next round. */
const resumed = (story: Story, { resumed: deed }: DemoDecision): Happening[] =>
  deed
    ? [
        {
          at: story.calendar.momentOf(deed.at),
          by: deed.by,
          happen: (context) => beginNextRound(context, story.documentId)
        }
      ]
    : [];
