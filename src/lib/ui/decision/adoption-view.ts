import type { ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import type { ChangeState, ReservationState } from '#lib/domain/hearing/adoption.ts';
import type { AdoptionStepKind } from '#lib/domain/hearing/enums.ts';
import type { Page } from '#lib/domain/paging.ts';
import type { Place } from './place.ts';

/** An adoption step of a reservation or a change. */
export type StepView = {
  id: string;
  kind: AdoptionStepKind;
  words: string;
  at: Date;
  actor: string | null;
  versionNumber: number;
};

/** A change with its words compared, and its places in both versions. */
export type ChangeView = { row: ComparedRow; from: Place[]; to: Place[] };

export type ReservationView = {
  id: string;
  wish: string;
  state: ReservationState;
  changedSince: boolean;
  seen: number;
  /** The block in the submitted version and its text; null if the reservation is on the whole text. */
  place: Place | null;
  text: string | null;
  change: ChangeView | null;
  steps: StepView[];
};

/** A change that no reservation asks for. */
export type OutsideChangeView = {
  name: string;
  state: ChangeState;
  seen: number;
  change: ChangeView;
  steps: StepView[];
};

/** The reservations and changes of a submission, and what is lacking before the adoption. */
export type AdoptionView = {
  submittedNumber: number;
  versionNumber: number;
  isAdopted: boolean;
  isReady: boolean;
  lacking: { reservations: number; changes: number };
  /** The number of blocks that are as they were submitted. */
  unchanged: number;
  reservations: ReservationView[];
  changes: OutsideChangeView[];
  /** The page of all changes that `changes` is. */
  page: Page;
};
