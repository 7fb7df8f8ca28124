/**
 * The refusals of the forum by their names, each with the facts that its sentence needs. The sentence
 * is the message `refusal_NAME`.
 */
export type Refusals = {
  notLoggedIn: {};
  notAllowed: {};
  notFound: {};
  stale: {};
  wrongState: { state: string };
  nothingToPublish: {};
  unchangedVersion: {};
  hearingNeedsVersion: {};
  hearingNeedsPeriod: {};
  hearingClosesInPast: {};
  hearingOpensInPast: {};
  shortHearingNeedsReason: { least: number };
  hearingNotOpen: {};
  meetingInFuture: {};
  rewriteSaysNothing: {};
  rewriteWithdrawn: {};
  rewriteNeedsScope: {};
  scopeUnexpected: {};
  emptyText: {};
  textTooLong: { limit: number };
  fileEmpty: {};
  fileTooLarge: { megabytes: number };
  fileNotText: { kind: string };
  fileNotUtf8: {};
  fileNotMail: {};
  fileScanned: {};
  textInTheWay: {};
  /** The name of the field that has the text. */
  textAndFile: { field: string };
  quoteNotInBlock: {};
  quoteAmbiguous: {};
  passageNotChosen: {};
  passageNotInVersion: {};
  passageNotMoved: {};
  wordingMissing: {};
  wordingUnchanged: {};
  wordingUnexpected: {};
  onlyWordsUnexpected: {};
  inputsUnanswered: { missing: number; withoutReason: number };
  notAnswerable: {};
  duplicateOfItself: {};
  duplicateOfNothing: {};
  duplicateOfDuplicate: { number: number };
  duplicateHasDuplicates: { numbers: string };
  duplicateUnexpected: {};
  referralUnexpected: {};
  noneChosen: {};
  tooManyChosen: { most: number };
  allAnsweredMeanwhile: {};
  answersIncomplete: { missing: number; withoutReason: number };
  themeTitleTaken: {};
  notMarkable: {};
  meetingOfOtherHearing: {};
  letterInFuture: {};
  paragraphUnknown: { number: number };
  blockUnknown: {};
  callNotOpen: {};
  alreadyReported: {};
  alreadySubmitted: {};
  inputWithdrawn: { number: number; name: string; at: Date };
  changeWithdrawn: { number: number; region: string; name: string; at: Date };
  inputWithdrawnOnWish: { number: number; name: string; by: string; at: Date };
  inputIsOwn: { number: number; name: string; at: Date };
  alreadyDecided: {};
  reservationsMissing: {};
  reservationsUnexpected: {};
  wishesMissing: {};
  reservationNotMet: { missing: number };
  reservationUntouched: {};
  reservationUnanswered: {};
  changedOutside: { places: string };
  sendBackReasonMissing: {};
  answeredMeanwhile: {};
  newerVersion: { number: number };
  frozen: {};
  stillWithdrawable: {};
  wordsFrozen: {};
  wishWaiting: {};
  wishSettled: {};
  wishReasonMissing: {};
  wrongLogin: {};
  /** On an account from one address or from all, from an address, or on a known device. */
  tooManyLogins: { minutes: number };
  tooOften: { minutes: number };
  invitationSpent: {};
  emailInvalid: {};
  nameInvisible: {};
  passwordTooShort: { least: number };
  passwordCommon: {};
  passwordOwn: {};
  emailTaken: {};
  slugTaken: {};
  fileNotJson: {};
  notDiscourseTopic: { part: string };
  importNeedsHearing: {};
  titleMissing: {};
  queryInvalid: { name: string };
  headingUnknown: { heading: string };
  regionTaken: {};
  regionUnknown: {};
  regionUnexpected: {};
  lastAdministrator: {};
};

export type RefusalName = keyof Refusals;

/** An expected error that is shown to a person in a sentence. Nothing has been saved. */
export class Refusal<Name extends RefusalName = RefusalName> extends Error {
  readonly refused: Name;
  readonly facts: Refusals[Name];

  constructor(
    ...[refused, facts]: {} extends Refusals[Name]
      ? [Name, Refusals[Name]?]
      : [Name, Refusals[Name]]
  ) {
    super(refused);
    this.name = 'Refusal';
    this.refused = refused;
    this.facts = facts ?? ({} as Refusals[Name]);
  }
}
