import * as adoption from '#lib/domain/hearing/adoption.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { mayDecide } from '#lib/domain/hearing/permissions.ts';
import { titleId, type BlockChange } from '#lib/domain/hearing/whole-comparison.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { adoption as adoptions, adoptionStep } from '../../database/tables/index.ts';
import { lockForWork, lockDocument, type LockedDocument } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';
import { findStanding, type Standing } from '../../hearing/adoption.ts';

/**
 * What a form of the decision's page was made from: the last version then, and how many steps there
 * were of the reservation or the change. Refused with newerVersion, or answeredMeanwhile, where
 * there are more by now.
 */
export type Seen = { versionNumber: number; seen: number };

/** The working group answers a reservation with the last version, and says how it is met. */
export async function proposeReservation(
  context: Context,
  documentId: string,
  { reservationId, note, ...form }: Seen & { reservationId: string; note: string }
) {
  await inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const standing = await standingOf(inside, held, form);
    const step = adoption.propose(standing.judgement, reservationId, form.seen);
    await writeSteps(inside, standing, [{ ...step, words: note }]);
  });
}

/**
 * Politisk Forum confirms that the last version meets the reservation. Where nothing more stands
 * between that version and its adoption, it is adopted in the same moment.
 */
export async function confirmReservation(
  context: Context,
  documentId: string,
  { reservationId, ...form }: Seen & { reservationId: string }
) {
  await asForum(context, documentId, form, ({ judgement }) => [
    { ...adoption.confirm(judgement, reservationId, form.seen), words: '' }
  ]);
}

/** Politisk Forum sends the answer to a reservation back to the working group. */
export async function sendReservationBack(
  context: Context,
  documentId: string,
  { reservationId, reason, ...form }: Seen & { reservationId: string; reason: string }
) {
  await asForum(context, documentId, form, ({ judgement }) => [
    { ...adoption.sendBack(judgement, reservationId, { seen: form.seen, reason }), words: reason }
  ]);
}

/** Politisk Forum approves changes outside the reservations, each by its name. */
export async function approveChanges(
  context: Context,
  documentId: string,
  { changes, ...form }: Seen & { changes: readonly string[] }
) {
  await asForum(context, documentId, form, ({ judgement }) =>
    changes.map((name) => ({
      ...adoption.approveChange(judgement, name, form.seen),
      words: ''
    }))
  );
}

/** Politisk Forum sends a change outside the reservations back to the working group. */
export async function sendChangeBack(
  context: Context,
  documentId: string,
  { change, reason, ...form }: Seen & { change: string; reason: string }
) {
  await asForum(context, documentId, form, ({ judgement }) => [
    {
      ...adoption.sendChangeBack(judgement, change, { seen: form.seen, reason }),
      words: reason
    }
  ]);
}

/**
 * Politisk Forum adopts the last version, where all was confirmed before it was published. Refuses
 * with changedOutside or reservationNotMet.
 */
export async function concludeAdoption(
  context: Context,
  documentId: string,
  { versionNumber }: Pick<Seen, 'versionNumber'>
) {
  await inTransaction(context, async (inside) => {
    const held = await lockForForum(inside, documentId);
    const standing = await standingOf(inside, held, { versionNumber });
    await adoptLast(inside, held, standing);
  });
}

type Said = adoption.AdoptionStep & { words: string };

async function asForum(
  context: Context,
  documentId: string,
  form: Seen,
  say: (standing: Standing) => Said[]
) {
  await inTransaction(context, async (inside) => {
    const held = await lockForForum(inside, documentId);
    const standing = await standingOf(inside, held, form);
    const said = say(standing);
    await writeSteps(inside, standing, said);
    const after = await findStanding(inside, held);
    const isSentBack = said.some(({ kind }) => kind === 'sentBack');
    if (!isSentBack && adoption.isReady(after!.judgement)) await adoptLast(inside, held, after!);
  });
}

async function lockForForum(context: Context, documentId: string): Promise<LockedDocument> {
  const { viewer } = asMember(context);
  const held = await lockDocument(context, documentId);
  if (!mayDecide(viewer, held)) throw new Refusal('notAllowed');
  return held;
}

async function standingOf(
  context: Context,
  held: LockedDocument,
  { versionNumber }: Pick<Seen, 'versionNumber'>
): Promise<Standing> {
  if (held.state !== 'adoptedWithReservations')
    throw new Refusal('wrongState', { state: held.state });
  const standing = await findStanding(context, held);
  const { number } = standing!.last;
  if (number !== versionNumber) throw new Refusal('newerVersion', { number });
  return standing!;
}

async function writeSteps(context: Context, standing: Standing, said: readonly Said[]) {
  const { database, viewer, now } = asMember(context);
  const { decisionId, last, comparison } = standing;
  await database.insert(adoptionStep).values(
    said.map((step) => ({
      ...step,
      blockId: step.reservationId ? null : blockOf(comparison.changes, step.change),
      ...{ documentId: last.documentId, decisionId, versionId: last.id },
      ...{ actorId: viewer.id, at: now }
    }))
  );
}

/** The block that a change is called by: the one that is there now, or else the one that was. */
function blockOf(changes: readonly BlockChange[], name: string | null): string | null {
  const change = changes.find((each) => each.name === name);
  const blockId = (change?.to[0] ?? change?.from[0])?.blockId ?? null;
  return blockId === titleId ? null : blockId;
}

async function adoptLast(context: Context, held: LockedDocument, standing: Standing) {
  const { reservations, changes } = adoption.lackingOf(standing.judgement);
  const completing = lifecycle.completeAdoption(held.state, {
    reservations: reservations.length,
    places: changes.map(({ change }) => placeOf(standing, change))
  });
  await fixAdoption(context, {
    ...{ documentId: held.id, decisionId: standing.decisionId, versionId: standing.last.id }
  });
  await takeStep(context, held, completing);
}

/** The number that people call the paragraph by, or a heading's words. */
export function placeOf({ submitted, last }: Standing, { from, to }: BlockChange): string {
  const [block] = to.length > 0 ? to : from;
  const { blocks } = to.length > 0 ? last : submitted;
  const number = blocks.find(({ blockId }) => blockId === block!.blockId)?.number ?? null;
  return number === null ? `»${block!.text}«` : String(number);
}

/** Writes down the one version that the document is adopted in. */
export async function fixAdoption(
  context: Context,
  fixed: { documentId: string; decisionId: string; versionId: string }
) {
  const { database, viewer, now } = asMember(context);
  await database.insert(adoptions).values({ ...fixed, adoptedBy: viewer.id, adoptedAt: now });
}
