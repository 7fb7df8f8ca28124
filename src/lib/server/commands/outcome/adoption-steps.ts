import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import type { VersionChange } from '#lib/domain/hearing/version-comparison.ts';
import { titleId } from '#lib/domain/hearing/version-links.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForForum } from '../../access/locks.ts';
import { adoption as adoptions, adoptionStep } from '../../database/tables/index.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { findAdoptionReview, type AdoptionReview } from '../../hearing/adoption-review.ts';
import { takeStep } from '../take-step.ts';

export const maxStepTextLength = 4_000;

/** The fields of every form about a reservation or a change. */
export const seenFields = { versionNumber: wholeNumber(1), seen: wholeNumber() };

/** A change's name, as `findAdoptionReview` gives it. */
export const changeName = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));

/**
 * What a form was made from: the last version then, and how many steps had been taken about its
 * reservation or change. A newer version is refused with newerVersion, a newer step with
 * answeredMeanwhile.
 */
export type Seen = { versionNumber: number; seen: number };

/** A step to be written, with the reason or the note that was given. */
export type GivenStep = adoption.AdoptionStep & { words: string };

/**
 * Takes steps of Politisk Forum about the document's adoption with reservations: `decide` returns
 * them from the review. The last version is adopted at once if nothing is lacking then. Throws
 * Refusal('notAllowed'), and as reviewForChange does.
 */
export async function takeForumSteps(
  context: Context,
  documentId: DocumentId,
  form: Seen,
  decide: (review: AdoptionReview) => GivenStep[]
) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForForum(inside, documentId);
    const review = await reviewForChange(inside, locked, form);
    const steps = decide(review);
    await insertSteps(inside, review, steps);
    const after = await findAdoptionReview(inside, locked);
    const isSentBack = steps.some(({ kind }) => kind === 'sentBack');
    if (!isSentBack && adoption.isReady(after!.judgement))
      await adoptLastVersion(inside, locked, after!);
  });
}

/**
 * Returns the review of the document's adoption. Throws Refusal('wrongState') if the document is not
 * adopted with reservations, and Refusal('newerVersion') if a version was published after the form's.
 */
export async function reviewForChange(
  context: Context,
  locked: LockedDocument,
  { versionNumber }: Pick<Seen, 'versionNumber'>
): Promise<AdoptionReview> {
  if (locked.state !== 'adoptedWithReservations')
    throw new Refusal('wrongState', { state: locked.state });
  const review = await findAdoptionReview(context, locked);
  const { number } = review!.last;
  if (number !== versionNumber) throw new Refusal('newerVersion', { number });
  return review!;
}

export async function insertSteps(
  context: Context,
  { decisionId, last, comparison }: AdoptionReview,
  steps: readonly GivenStep[]
) {
  const { database, viewer, now } = asMember(context);
  await database.insert(adoptionStep).values(
    steps.map((step) => ({
      ...step,
      blockId: step.reservationId ? null : blockOf(comparison.changes, step.change),
      ...{ documentId: last.documentId, decisionId, versionId: last.id },
      ...{ actorId: viewer.id, at: now }
    }))
  );
}

/** Returns the block of the change by its name: the one in the last version, or the submitted one. */
function blockOf(changes: readonly VersionChange[], name: string | null): string | null {
  const change = changes.find((each) => each.name === name);
  const blockId = (change?.to[0] ?? change?.from[0])?.blockId ?? null;
  return blockId === titleId ? null : blockId;
}

/** Adopts the document in its last version. Throws as lifecycle.completeAdoption does. */
export async function adoptLastVersion(
  context: Context,
  locked: LockedDocument,
  review: AdoptionReview
) {
  const { reservations, changes } = adoption.findLacking(review.judgement);
  const completing = lifecycle.completeAdoption(locked.state, {
    reservations: reservations.length,
    places: changes.map(({ change }) => placeOf(review, change))
  });
  const { decisionId, last } = review;
  await insertAdoption(context, { documentId: locked.id, decisionId, versionId: last.id });
  await takeStep(context, locked, completing);
}

/** Returns the number of the change's paragraph, or the text of its heading in guillemets. */
function placeOf({ submitted, last }: AdoptionReview, { from, to }: VersionChange): string {
  const [block] = to.length > 0 ? to : from;
  const { blocks } = to.length > 0 ? last : submitted;
  const number = blocks.find(({ blockId }) => blockId === block!.blockId)?.number ?? null;
  return number === null ? `»${block!.text}«` : String(number);
}

/** Saves in which version the document is adopted. */
export async function insertAdoption(
  context: Context,
  values: { documentId: string; decisionId: string; versionId: string }
) {
  const { database, viewer, now } = asMember(context);
  await database.insert(adoptions).values({ ...values, adoptedBy: viewer.id, adoptedAt: now });
}
