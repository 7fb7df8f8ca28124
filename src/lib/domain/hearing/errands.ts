import { isOpen, type Period } from './lifecycle.ts';
import {
  isMember,
  mayDebate,
  mayDecide,
  mayEnterMeetings,
  mayWorkOn,
  type Governed,
  type Viewer
} from './permissions.ts';

/** What a person can do with a document at this moment; the first is the one that it waits for. */
export type Errand =
  | 'decide'
  | 'confirm'
  | 'write'
  | 'work'
  | 'submit'
  | 'meetReservations'
  | 'debate'
  | 'logInToDebate'
  | 'enterMeeting'
  | 'readReport'
  | 'readDecision'
  | 'read';

type Standing = Governed & {
  hearing: (Period & { closedAt: Date | null }) | null;
  call: (Period & { closedAt: Date | null }) | null;
  /** Whether something of an adoption with reservations waits for Politisk Forum's confirmation. */
  awaitsForum: boolean;
};

/** The viewer's errands, most pressing first; reading is always one where there is a text. */
export function errandsOf(viewer: Viewer, document: Standing, now: Date): Errand[] {
  const { state } = document;
  const isDecided =
    state === 'adopted' || state === 'adoptedWithReservations' || state === 'returned';
  const takesInput =
    (state === 'hearing' && document.hearing !== null && isOpen(document.hearing, now)) ||
    (state === 'callForInput' && document.call !== null && isOpen(document.call, now));
  const errands: [Errand, boolean][] = [
    ['decide', state === 'submitted' && mayDecide(viewer, document)],
    [
      'confirm',
      state === 'adoptedWithReservations' && document.awaitsForum && mayDecide(viewer, document)
    ],
    ['meetReservations', state === 'adoptedWithReservations' && mayWorkOn(viewer, document)],
    ['write', isWriting(state) && mayWorkOn(viewer, document)],
    ['work', state === 'processing' && mayWorkOn(viewer, document)],
    ['submit', state === 'processing' && mayWorkOn(viewer, document)],
    ['debate', takesInput && mayDebate(viewer, document)],
    ['logInToDebate', takesInput && !isMember(viewer)],
    ['work', state === 'hearing' && mayWorkOn(viewer, document)],
    ['enterMeeting', takesInput && state === 'hearing' && mayEnterMeetings(viewer, document)],
    ['readDecision', isDecided],
    ['readReport', isDecided || state === 'submitted'],
    ['read', true]
  ];
  return errands.filter(([, mayNow]) => mayNow).map(([errand]) => errand);
}

const isWriting = (state: Governed['state']) =>
  state === 'drafting' || state === 'callForInput' || state === 'returned';
