import type { Block } from '#lib/domain/document/block.ts';
import { type ComparedRow, rowComparer } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import { findLacking, isReady, type JudgedChange } from '#lib/domain/hearing/adoption.ts';
import { refuseIfDecided } from '#lib/domain/hearing/lifecycle.ts';
import { mayDecide, mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { type VersionChange, findChange } from '#lib/domain/hearing/version-comparison.ts';
import { cutPages, type Page } from '#lib/domain/paging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { type AdoptionReview, findAdoptionReview } from '../../hearing/adoption-review.ts';
import { readVersion } from '../../text/versions.ts';
import { listAdoptionSteps } from './adoption-steps.ts';
import { listSubmissions } from './submission-page.ts';

/** Which page of the changes is asked for: by its number, or by the name of a change on it. */
export type ChangesAsked = { page: number | null; change: string | null };

/** The empty rows for reservations that a page begins with; a button adds more. */
const reservationRows = 3;

/** Returns the page of a document's submissions and decisions. Throws as readDocument does. */
export async function readDecisionPage(context: Context, slug: string, asked: ChangesAsked) {
  const document = await readDocument(context, slug);
  const [submissions, adoption] = await Promise.all([
    listSubmissions(context, document.id),
    viewAdoption(context, document, asked)
  ]);
  const open = submissions.find(({ decisionId }) => !decisionId) ?? null;
  const isUnderWay = document.state === 'adoptedWithReservations';
  const [worksOn, decides] = [
    mayWorkOn(context.viewer, document),
    mayDecide(context.viewer, document)
  ];
  return {
    open,
    heardVersion: document.hearing?.versionNumber ?? null,
    decided: submissions.filter(({ decisionId }) => decisionId),
    adoption,
    blocks: open ? await listParagraphs(context, document.id, open.versionNumber) : [],
    rows: reservationRows,
    mayDecide: open !== null && decides,
    mayPropose: isUnderWay && worksOn,
    mayConfirm: isUnderWay && decides,
    mayBeginNextRound: document.state === 'returned' && worksOn
  };
}

/** Returns the numbered paragraphs of the version, to choose among for a reservation. */
async function listParagraphs(context: Context, documentId: string, versionNumber: number) {
  const { blocks } = await readVersion(context, documentId, versionNumber);
  return blocks
    .filter(({ number }) => number !== null)
    .map(({ blockId, number, text }) => ({ blockId, number: number!, text }));
}

/**
 * Returns the document's adoption with reservations: each reservation with its text as submitted and
 * as it is in the last version, and a page of the changes outside them, those that wait first; null
 * if there is none.
 */
async function viewAdoption(
  context: Context,
  document: { id: string; round: number; state: string },
  asked: ChangesAsked
) {
  const review = await findAdoptionReview(context, document);
  if (!review) return null;
  const steps = await listAdoptionSteps(context, document.id);
  const { comparison, judgement, submitted, last } = review;
  const outside = judgement.changes
    .filter(({ state }) => state !== 'reserved')
    .toSorted((one, other) => urgency[one.state] - urgency[other.state]);
  const page = pageOf(review, outside, asked);
  const shown = outside.slice(page.start, page.end);
  const lacking = findLacking(judgement);
  return {
    submittedNumber: submitted.number,
    versionNumber: last.number,
    isAdopted: document.state === 'adopted',
    isReady: isReady(judgement),
    lacking: { reservations: lacking.reservations.length, changes: lacking.changes.length },
    unchanged: comparison.rows.length - comparison.changes.length,
    reservations: judgement.reservations.map((each) => showReservation(review, each, steps)),
    changes: shown.map(({ change, state, stepCount: seen }) => ({
      ...{ name: change.name, state, seen },
      change: showChange(review, change),
      steps: steps.filter((step) => step.reservationId === null && step.change === change.name)
    })),
    page
  };
}

/** About how many bytes a change's card and its forms take. */
const cardBytes = 2500;

function pageOf(
  { comparison }: AdoptionReview,
  outside: readonly JudgedChange[],
  { page, change }: ChangesAsked
): Page {
  const texts = { from: comparison.from, to: comparison.to };
  const pages = cutPages(
    outside.map((each) => ({ counts: true, bytes: cardBytes + weightOf(each.change.row, texts) }))
  );
  const place = outside.findIndex((each) => each.change.name === change);
  return pages.at({ page, change: place === -1 ? null : place + 1 });
}

/** The order in which changes are listed. */
const urgency = { waiting: 0, sentBack: 1, approved: 2, reserved: 3 };

type AdoptionSteps = Awaited<ReturnType<typeof listAdoptionSteps>>;

function showReservation(
  review: AdoptionReview,
  {
    reservation,
    state,
    changedSince,
    stepCount: seen
  }: AdoptionReview['judgement']['reservations'][number],
  steps: AdoptionSteps
) {
  const { id, wish, blockId } = reservation;
  const { submitted, comparison } = review;
  const change = blockId === null ? null : findChange(comparison.changes, blockId);
  return {
    ...{ id, wish, state, changedSince, seen },
    place: blockId === null ? null : placeIn(submitted, blockId),
    text: submitted.blocks.find((block) => block.blockId === blockId)?.text ?? null,
    change: change ? showChange(review, change) : null,
    steps: steps.filter(({ reservationId }) => reservationId === id)
  };
}

/** A place in a version that can be linked to; `number` is null of a heading and the title. */
export type Place = {
  version: number;
  number: number | null;
  position: number | null;
  text: string;
};

/** A change with its words compared, and its places in both versions. */
export type ShownChange = { row: ComparedRow; from: Place[]; to: Place[] };

function showChange(
  { comparison, submitted, last }: AdoptionReview,
  change: VersionChange
): ShownChange {
  const compared = rowComparer({ from: comparison.from, to: comparison.to })(change.row);
  return {
    row: {
      ...compared,
      fromBlocks: compared.fromBlocks.map(onlyBlock),
      toBlocks: compared.toBlocks.map(onlyBlock)
    },
    from: change.from.map((block) => placeIn(submitted, block.blockId)),
    to: change.to.map((block) => placeIn(last, block.blockId))
  };
}

function placeIn(
  { number: version, title, blocks }: AdoptionReview['last'],
  blockId: string
): Place {
  const block = blocks.find((each) => each.blockId === blockId);
  if (!block) return { version, number: null, position: null, text: title };
  const { number, position, text } = block;
  return { version, number, position, text };
}

/** Returns the block without what a comparison does not show: it is sent to the page as data too. */
const onlyBlock = ({ kind, level, marker, text, markdown }: Block): Block => ({
  ...{ kind, level, marker, text, markdown }
});

/**
 * Checks that the viewer may decide the document's submission. Throws Refusal('notAllowed') if not,
 * and as readDocument and refuseIfDecided do.
 */
export async function refuseUnlessDeciding(context: Context, slug: string) {
  const document = await readDocument(context, slug);
  if (!mayDecide(context.viewer, document)) throw new Refusal('notAllowed');
  refuseIfDecided(document.state);
}
