import * as v from 'valibot';
import { outcomes } from '#lib/domain/hearing/enums.ts';
import { count, deed } from './shared.ts';

const report = v.strictObject({ foreword: v.string(), composed: deed });
export type DemoReport = v.InferOutput<typeof report>;

const submission = v.strictObject({
  submitted: deed,
  /** The number of the version that is submitted together with the report. */
  version: count,
  note: v.string()
});
export type DemoSubmission = v.InferOutput<typeof submission>;

const reservationStep = v.strictObject({
  kind: v.picklist(['proposed', 'confirmed', 'sentBack']),
  /** The number of the latest version at that time. */
  version: count,
  said: deed,
  /** How the reservation is met, or why it is sent back. */
  words: v.string()
});
export type DemoReservationStep = v.InferOutput<typeof reservationStep>;

const reservation = v.strictObject({
  key: v.string(),
  /** Words that occur in exactly one block of the submitted version. */
  block: v.string(),
  wish: v.string(),
  /** What happened to the reservation afterwards, in order. */
  steps: v.optional(v.array(reservationStep))
});

const decision = v.strictObject({
  decided: deed,
  outcome: v.picklist(outcomes),
  reason: v.string(),
  reservations: v.optional(v.array(reservation)),
  /** What the proposers of a returned document are asked to work on. */
  wishes: v.optional(v.array(v.string())),
  /** When the working group began the next round of a returned document. */
  resumed: v.optional(deed)
});
export type DemoDecision = v.InferOutput<typeof decision>;

/** decision.json: the report, the submission and the decision, as far as the round has come. */
export const decisionFile = v.strictObject({
  report: v.optional(report),
  submission: v.optional(submission),
  decision: v.optional(decision)
});
