/**
 * The values that the forum knows of each kind. The database refuses any other, and the messages
 * hold a Danish and an English word for each.
 */

export const documentStates = [
  'callForInput',
  'drafting',
  'hearing',
  'processing',
  'submitted',
  'adopted',
  'adoptedWithReservations',
  'returned'
] as const;
export type DocumentState = (typeof documentStates)[number];

export const levels = ['national', 'region', 'municipality'] as const;
export type Level = (typeof levels)[number];

export const audiences = ['public', 'members'] as const;
export type Audience = (typeof audiences)[number];

export const memberRoles = ['administrator', 'politiskForum'] as const;
export type MemberRole = (typeof memberRoles)[number];

export const partyKinds = ['region', 'group', 'organisation'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const inputKinds = ['comment', 'change', 'remark', 'letter'] as const;
export type InputKind = (typeof inputKinds)[number];

export const commentKinds = ['support', 'concern', 'wording', 'question'] as const;
export type CommentKind = (typeof commentKinds)[number];

/** In whose name a comment speaks: its author's, a region's or the working group's. */
export const voices = ['member', 'region', 'workingGroup'] as const;
export type Voice = (typeof voices)[number];

export const changeRelations = [
  'edited',
  'inserted',
  'deleted',
  'moved',
  'split',
  'merged'
] as const;
export type ChangeRelation = (typeof changeRelations)[number];

export const dispositions = [
  'accepted',
  'partly',
  'declined',
  'noted',
  'outOfScope',
  'duplicate'
] as const;
export type Disposition = (typeof dispositions)[number];

export const outcomes = ['adoptedAsWritten', 'adoptedWithReservations', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * The steps from an adoption with reservations to the adoption: the working group proposes a
 * reservation as met; Politisk Forum confirms it, sends it back, or approves a change outside the
 * reservations.
 */
export const adoptionStepKinds = ['proposed', 'confirmed', 'sentBack', 'approved'] as const;
export type AdoptionStepKind = (typeof adoptionStepKinds)[number];

export const personRoles = ['proposer', 'involved'] as const;
export type PersonRole = (typeof personRoles)[number];

/**
 * What an administrator can do about a comment: hide it, show it again, or dismiss the reports of
 * it.
 */
export const moderationSteps = ['hidden', 'shown', 'dismissed'] as const;
export type ModerationStep = (typeof moderationSteps)[number];
