import type { Context } from '#lib/server/access/context.ts';
import { beginNextRound } from '#lib/server/commands/outcome/begin-next-round.ts';
import { confirmReservation } from '#lib/server/commands/outcome/confirm-reservation.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { proposeReservation } from '#lib/server/commands/outcome/propose-reservation.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { sendReservationBack } from '#lib/server/commands/outcome/send-reservation-back.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { findAdoptionReview } from '#lib/server/hearing/adoption-review.ts';
import type {
  DemoDecision,
  DemoReport,
  DemoReservationStep,
  DemoSubmission
} from '../reader/decision.ts';
import type { DemoHearing } from '../reader/read.ts';
import type { Action } from './action.ts';
import { findBlock, type Progress } from './progress.ts';

/** Returns the report, the submission, the decision, and what followed the decision. */
export function decisionActions(progress: Progress, hearing: DemoHearing): Action[] {
  const { report, submission, decision } = hearing;
  const actions = report ? [reportAction(progress, report)] : [];
  if (submission) actions.push(submissionAction(progress, submission));
  if (submission && decision)
    actions.push(
      decideAction(progress, submission, decision),
      ...reservationActions(progress, decision),
      ...nextRoundActions(progress, decision)
    );
  return actions;
}

const reportAction = (progress: Progress, { composed, foreword }: DemoReport): Action => ({
  at: progress.calendar.dateOf(composed.at),
  by: composed.by,
  run: (context) => saveForeword(context, progress.documentId, { foreword, revision: 0 })
});

const submissionAction = (
  progress: Progress,
  { submitted, note, version }: DemoSubmission
): Action => ({
  at: progress.calendar.dateOf(submitted.at),
  by: submitted.by,
  run: (context) =>
    submitDocument(context, progress.documentId, { message: note, versionNumber: version })
});

const decideAction = (
  progress: Progress,
  submission: DemoSubmission,
  decision: DemoDecision
): Action => ({
  at: progress.calendar.dateOf(decision.decided.at),
  by: decision.decided.by,
  run: (context) =>
    decide(context, progress.documentId, {
      outcome: decision.outcome,
      reason: reasonWithWishes(decision),
      reservations: (decision.reservations ?? []).map(({ block, wish }) => ({
        blockId: findBlock(progress, submission.version, block).blockId,
        wish
      }))
    })
});

const reasonWithWishes = ({ reason, wishes = [] }: DemoDecision) =>
  [reason, wishes.map((wish) => `- ${wish}`).join('\n')].join('\n\n').trim();

const reservationActions = (progress: Progress, { reservations = [] }: DemoDecision): Action[] =>
  reservations.flatMap(({ steps = [] }, position) =>
    steps.map((step) => ({
      at: progress.calendar.dateOf(step.said.at),
      by: step.said.by,
      run: (context: Context) => takeStep(context, progress, position, step)
    }))
  );

async function takeStep(
  context: Context,
  { documentId }: Progress,
  position: number,
  { kind, version, words }: DemoReservationStep
) {
  const standing = await findAdoptionReview(context, { id: documentId, round: 1 });
  const { reservation, stepCount: steps } = standing!.judgement.reservations[position]!;
  const seen = { reservationId: reservation.id, versionNumber: version, seen: steps };
  if (kind === 'proposed') return proposeReservation(context, documentId, { ...seen, note: words });
  if (kind === 'confirmed') return confirmReservation(context, documentId, seen);
  return sendReservationBack(context, documentId, { ...seen, reason: words });
}

/** The working group begins the next round of a returned document. */
const nextRoundActions = (progress: Progress, { resumed }: DemoDecision): Action[] =>
  resumed
    ? [
        {
          at: progress.calendar.dateOf(resumed.at),
          by: resumed.by,
          run: (context) => beginNextRound(context, progress.documentId)
        }
      ]
    : [];
