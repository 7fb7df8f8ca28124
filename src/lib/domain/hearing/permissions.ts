import type { Audience, DocumentState, MemberRole } from './words.ts';

/** Who is asking; null is a public reader. */
export type Viewer = {
  id: string;
  roles: readonly MemberRole[];
  /** The regions that the member may speak for. */
  rapporteurOf: readonly string[];
  /** The documents whose working group the member is in. */
  workingGroupOf: readonly string[];
} | null;

/** What of a document its permissions hang on. */
export type Governed = {
  id: string;
  audience: Audience;
  state: DocumentState;
  /** A document is its working group's own until a version is published or ideas are called for. */
  isPublished: boolean;
};

export const isMember = (viewer: Viewer): viewer is NonNullable<Viewer> => viewer !== null;

export const isAdministrator = (viewer: Viewer) => viewer?.roles.includes('administrator') ?? false;

export const isInPolitiskForum = (viewer: Viewer) =>
  viewer?.roles.includes('politiskForum') ?? false;

export const isInWorkingGroup = (viewer: Viewer, document: { id: string }) =>
  viewer?.workingGroupOf.includes(document.id) ?? false;

export const isRapporteur = (viewer: Viewer) => (viewer?.rapporteurOf.length ?? 0) > 0;

export const isRapporteurOf = (viewer: Viewer, regionId: string) =>
  viewer?.rapporteurOf.includes(regionId) ?? false;

/** Reads the document, its hearing, its inputs and its report, and any export of them. */
export function mayRead(viewer: Viewer, document: Governed): boolean {
  if (isInWorkingGroup(viewer, document)) return true;
  if (!document.isPublished) return false;
  return document.audience === 'public' || isMember(viewer);
}

/** Comments, likes and replies; whether the hearing is open is the lifecycle's question. */
export const mayDebate = (viewer: Viewer, document: Governed) =>
  isMember(viewer) && mayRead(viewer, document);

/** Enters a meeting, and posts and withdraws a rewrite: for the region, or on its behalf. */
export const maySpeakForRegion = (viewer: Viewer, document: Governed, regionId: string) =>
  mayRead(viewer, document) &&
  (isRapporteurOf(viewer, regionId) || isInWorkingGroup(viewer, document));

/** Enters a meeting of one region or another. */
export const mayEnterMeetings = (viewer: Viewer, document: Governed) =>
  mayRead(viewer, document) && (isRapporteur(viewer) || isInWorkingGroup(viewer, document));

/** What the working group enters for a region is marked so, unless the member is its rapporteur. */
export const speaksOnBehalf = (viewer: Viewer, regionId: string) =>
  !isRapporteurOf(viewer, regionId);

/** Writes drafts and versions, opens and closes the hearing, answers, composes, reports, submits. */
export const mayWorkOn = (viewer: Viewer, document: { id: string }) =>
  isInWorkingGroup(viewer, document);

/** Says where the passage of a comment stands: its author, and the working group. */
export const maySetPassage = (viewer: Viewer, document: Governed, authorId: string | null) =>
  mayRead(viewer, document) &&
  ((viewer !== null && viewer.id === authorId) || isInWorkingGroup(viewer, document));

/** Begins a document; whoever does is the first of its working group. */
export const mayBeginDocument = (viewer: Viewer) => isMember(viewer);

/** Decides a submission. */
export const mayDecide = (viewer: Viewer, document: Governed) =>
  isInPolitiskForum(viewer) && mayRead(viewer, document);

/** Members, regions, roles and moderation. */
export const mayAdminister = (viewer: Viewer) => isAdministrator(viewer);

/** Sees answers before they are published together. */
export const maySeeUnpublishedAnswers = (viewer: Viewer, document: { id: string }) =>
  isInWorkingGroup(viewer, document);
