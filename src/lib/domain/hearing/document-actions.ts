import { isOpen, type Period } from './lifecycle.ts';
import {
  isMember,
  mayDebate,
  mayDecide,
  mayEnterMeetings,
  mayWorkOn,
  type DocumentAccess,
  type Viewer
} from './permissions.ts';

/** What a viewer can do with a document at this moment. */
export type DocumentAction =
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

type DocumentStatus = DocumentAccess & {
  hearing: (Period & { closedAt: Date | null }) | null;
  call: (Period & { closedAt: Date | null }) | null;
  /** Whether Politisk Forum can act on an adoption with reservations. */
  awaitsForum: boolean;
};

/**
 * Returns what the viewer can do with the document, the most urgent first; reading is always the
 * last.
 */
export function listActions(viewer: Viewer, document: DocumentStatus, now: Date): DocumentAction[] {
  const { state } = document;
  const isDecided =
    state === 'adopted' || state === 'adoptedWithReservations' || state === 'returned';
  const takesInput =
    (state === 'hearing' && document.hearing !== null && isOpen(document.hearing, now)) ||
    (state === 'callForInput' && document.call !== null && isOpen(document.call, now));
  const actions: [DocumentAction, boolean][] = [
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
  return actions.filter(([, mayNow]) => mayNow).map(([action]) => action);
}

const isWriting = (state: DocumentAccess['state']) =>
  state === 'drafting' || state === 'callForInput' || state === 'returned';
