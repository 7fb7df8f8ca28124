import type { Block } from '#lib/domain/document/block.ts';
import { type ComparedRow, rowComparer } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import { isReady, type JudgedChange, findLacking } from '#lib/domain/hearing/adoption.ts';
import { type VersionChange, findChange } from '#lib/domain/hearing/version-comparison.ts';
import { cutPages, type Page } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { type AdoptionReview, findAdoptionReview } from '../../hearing/adoption-review.ts';
import { listAdoptionSteps } from './adoption-steps.ts';

/** Which page of the changes is asked for: by its number, or by the name of a change on it. */
export type ChangesAsked = { page: number | null; change: string | null };

/**
 * Returns the document's adoption with reservations: each reservation with its text as submitted and
 * as it is in the last version, and a page of the changes outside them, those that wait first; null
 * if there is none.
 */
export async function viewAdoption(
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
  const rowOf = comparer(review);
  const lacking = findLacking(judgement);
  return {
    submittedNumber: submitted.number,
    versionNumber: last.number,
    isAdopted: document.state === 'adopted',
    isReady: isReady(judgement),
    lacking: { reservations: lacking.reservations.length, changes: lacking.changes.length },
    unchanged: comparison.rows.length - comparison.changes.length,
    reservations: judgement.reservations.map(({ reservation, ...judged }) => ({
      ...{ id: reservation.id, wish: reservation.wish },
      ...{ state: judged.state, changedSince: judged.changedSince, seen: judged.stepCount },
      place: reservation.blockId === null ? null : placeIn(submitted, reservation.blockId),
      text: submitted.blocks.find(({ blockId }) => blockId === reservation.blockId)?.text ?? null,
      change: reservation.blockId === null ? null : rowOf(reservation.blockId),
      steps: steps.filter(({ reservationId }) => reservationId === reservation.id)
    })),
    changes: shown.map(({ change, state, stepCount: seen }) => ({
      ...{ name: change.name, state, seen },
      change: shownAs(review, change),
      steps: steps.filter((step) => step.reservationId === null && step.change === change.name)
    })),
    page
  };
}

/** About how many bytes a change's card and its forms take. */
const card = 2500;

function pageOf(
  { comparison }: AdoptionReview,
  outside: readonly JudgedChange[],
  { page, change }: ChangesAsked
): Page {
  const texts = { from: comparison.from, to: comparison.to };
  const pages = cutPages(
    outside.map((each) => ({ counts: true, bytes: card + weightOf(each.change.row, texts) }))
  );
  const place = outside.findIndex((each) => each.change.name === change);
  return pages.at({ page, change: place === -1 ? null : place + 1 });
}

const urgency = { waiting: 0, sentBack: 1, approved: 2, reserved: 3 };

/** Returns a function from a block of the submitted version to the change that it is part of. */
const comparer = (review: AdoptionReview) => (blockId: string) => {
  const change = findChange(review.comparison.changes, blockId);
  return change ? shownAs(review, change) : null;
};

/** A place in a version that can be linked to; `number` is null of a heading and the title. */
export type Place = {
  version: number;
  number: number | null;
  position: number | null;
  text: string;
};

/** A change with its words compared, and its places in both versions. */
export type ShownChange = { row: ComparedRow; from: Place[]; to: Place[] };

function shownAs(
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

const onlyBlock = ({ kind, level, marker, text, markdown }: Block): Block => ({
  ...{ kind, level, marker, text, markdown }
});
