import type { Audience, DocumentState, MemberRole } from './enums.ts';

/** Who is asking; null for a reader without a login. */
export type Viewer = {
  id: string;
  roles: readonly MemberRole[];
  /** The ids of the regions that the member may speak for. */
  rapporteurOf: readonly string[];
  /** The ids of the documents whose working group the member is in. */
  workingGroupOf: readonly string[];
} | null;

/** What the permissions of a document depend on. */
export type DocumentAccess = {
  id: string;
  audience: Audience;
  state: DocumentState;
  /**
   * Whether a version is published or ideas are called for; before that only the working group sees
   * the document.
   */
  isPublished: boolean;
};

export const isMember = (viewer: Viewer): viewer is NonNullable<Viewer> => viewer !== null;

export const isAdministrator = (viewer: Viewer) => viewer?.roles.includes('administrator') ?? false;

export const isInPolitiskForum = (viewer: Viewer) =>
  viewer?.roles.includes('politiskForum') ?? false;

export const isInWorkingGroup = (viewer: Viewer, document: { id: string }) =>
  viewer?.workingGroupOf.includes(document.id) ?? false;

const isRapporteur = (viewer: Viewer) => (viewer?.rapporteurOf.length ?? 0) > 0;

export const isRapporteurOf = (viewer: Viewer, regionId: string) =>
  viewer?.rapporteurOf.includes(regionId) ?? false;

/**
 * Returns whether the viewer may read the document, its hearing, its inputs and its report, and
 * export them.
 */
export function mayRead(viewer: Viewer, document: DocumentAccess): boolean {
  if (isInWorkingGroup(viewer, document)) return true;
  if (!document.isPublished) return false;
  return document.audience === 'public' || isMember(viewer);
}

/** Returns whether the viewer may comment, reply and like while input is taken. */
export const mayDebate = (viewer: Viewer, document: DocumentAccess) =>
  isMember(viewer) && mayRead(viewer, document);

/**
 * Returns whether the viewer may enter a meeting for the region, and post and withdraw its
 * rewrites: its rapporteurs and the working group may.
 */
export const maySpeakForRegion = (viewer: Viewer, document: DocumentAccess, regionId: string) =>
  mayRead(viewer, document) &&
  (isRapporteurOf(viewer, regionId) || isInWorkingGroup(viewer, document));

/** Returns whether the viewer may enter a meeting of at least one region. */
export const mayEnterMeetings = (viewer: Viewer, document: DocumentAccess) =>
  mayRead(viewer, document) && (isRapporteur(viewer) || isInWorkingGroup(viewer, document));

/**
 * Returns whether what the viewer enters for the region is marked as entered on its behalf, since
 * the viewer is not its rapporteur.
 */
export const speaksOnBehalf = (viewer: Viewer, regionId: string) =>
  !isRapporteurOf(viewer, regionId);

/**
 * Returns whether the viewer may do the working group's work: write, open and close hearings,
 * answer, report and submit.
 */
export const mayWorkOn = (viewer: Viewer, document: { id: string }) =>
  isInWorkingGroup(viewer, document);

/**
 * Returns whether the viewer may say where the passage of a comment is: its author and the working
 * group may.
 */
export const maySetPassage = (viewer: Viewer, document: DocumentAccess, authorId: string | null) =>
  mayRead(viewer, document) &&
  ((viewer !== null && viewer.id === authorId) || isInWorkingGroup(viewer, document));

/** Returns whether the viewer may begin a document; who does is the first of its working group. */
export const mayBeginDocument = (viewer: Viewer) => isMember(viewer);

/** Returns whether the viewer may decide a submission of the document. */
export const mayDecide = (viewer: Viewer, document: DocumentAccess) =>
  isInPolitiskForum(viewer) && mayRead(viewer, document);

/** Returns whether the viewer may manage members, roles and regions, and moderate comments. */
export const mayAdminister = (viewer: Viewer) => isAdministrator(viewer);

/** Returns whether the viewer may see the answers of a round before they are published. */
export const maySeeUnpublishedAnswers = (viewer: Viewer, document: { id: string }) =>
  isInWorkingGroup(viewer, document);
