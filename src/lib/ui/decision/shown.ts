import type { ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import type { ChangeState, ReservationState } from '#lib/domain/hearing/adoption.ts';
import type { AdoptionStepKind } from '#lib/domain/hearing/enums.ts';
import type { Page } from '#lib/domain/paging.ts';
import type { Place } from './place.ts';

/** Something that was said of a reservation or a change, by whom and of which version. */
export type ShownStep = {
  id: string;
  kind: AdoptionStepKind;
  words: string;
  at: Date;
  actor: string | null;
  versionNumber: number;
};

/** A change with its words compared, and where it stands in each version. */
export type ShownChange = { row: ComparedRow; from: Place[]; to: Place[] };

export type ShownReservation = {
  id: string;
  wish: string;
  state: ReservationState;
  changedSince: boolean;
  seen: number;
  /** The block in the submitted version and its text; null of the whole. */
  place: Place | null;
  text: string | null;
  change: ShownChange | null;
  steps: ShownStep[];
};

export type ShownOutside = {
  name: string;
  state: ChangeState;
  seen: number;
  change: ShownChange;
  steps: ShownStep[];
};

/** How far the last version is from standing as adopted. */
export type ShownStanding = {
  submittedNumber: number;
  versionNumber: number;
  isAdopted: boolean;
  isReady: boolean;
  lacking: { reservations: number; changes: number };
  /** How many blocks stand as they were submitted. */
  unchanged: number;
  reservations: ShownReservation[];
  changes: ShownOutside[];
  /** Which of all changes they are. */
  page: Page;
};
