import { mayDecide, mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { refuseIfDecided } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { readVersion } from '../../text/versions.ts';
import { type ChangesAsked, viewAdoption } from './adoption-view.ts';
import { listSubmissions } from './submissions.ts';

/** As many rows for reservations as can be looked over; a button adds more. */
const rowsAtFirst = 3;

/** Returns the page of a document's submissions and decisions. Throws what readDocument does. */
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
    standing: adoption,
    blocks: open ? await listParagraphs(context, document.id, open.versionNumber) : [],
    rows: rowsAtFirst,
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
 * Checks that the viewer may decide the document's submission. Throws Refusal('notAllowed') if not,
 * and what readDocument and refuseIfDecided do.
 */
export async function refuseUnlessDeciding(context: Context, slug: string) {
  const document = await readDocument(context, slug);
  if (!mayDecide(context.viewer, document)) throw new Refusal('notAllowed');
  refuseIfDecided(document.state);
}
