import { wishWithdrawal } from '#lib/server/commands/debate/wish-withdrawal.ts';
import type { Context } from '#lib/server/access/context.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { confirmReservation } from '#lib/server/commands/outcome/confirm-reservation.ts';
import { proposeReservation } from '#lib/server/commands/outcome/propose-reservation.ts';
import { findAdoptionReview } from '#lib/server/hearing/adoption-review.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openCall } from '#lib/server/commands/documents/open-call.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../hearings.ts';
import { contextAt } from '../people.ts';

const text = 'Havnen skal have en bro.\n\nFærgen sejler.\n\nBroen koster 50.000 kr.';

const bench = 'På broen stilles tre nye bænke op mod syd, hvor der er læ for vinden.';
/** So similar to the bench that the working group is asked whether it became this. */
const likeness = 'Der kommer siddepladser på broen, og de vender mod syd, så man sidder i sol.';

type People = Record<'member' | 'workingGroup' | 'politiskForum', Context>;

/**
 * Plants documents whose hearing has closed, each a step further. Returns their slugs, and a comment
 * in the first whose withdrawal its author may ask for. A wish waits for another comment.
 */
export async function plantDecisions(
  people: People
): Promise<{ slugs: string[]; standing: string }> {
  const { member, workingGroup, politiskForum } = people;
  const closed = await openDocumentHearing(workingGroup, text);
  const standing = await writeComment(member, closed, 'Godt.');
  const wished = await writeComment(member, closed, 'Meget godt.');
  await closeHearing(closed.workingGroup, closed.id, '');
  await wishWithdrawal(member, wished, 'Det var for meget.');
  const submitted = await submittedOf(people);
  const returned = await submittedOf(people);
  await decide(politiskForum, returned.id, {
    ...{ outcome: 'returned', reason: 'Regn på det.', reservations: [] }
  });
  const reserved = await proposedOf(people, [0, null]);
  const ready = await proposedOf(people, [0]);
  await confirmReservation(politiskForum, ready.id, {
    ...{ reservationId: ready.first, versionNumber: 2, seen: 1 }
  });
  await publishText(ready, text.replace('bro', 'bro til 7 kr.'));
  const all = [closed, submitted, returned, reserved, ready];
  return { slugs: all.map(({ slug }) => slug), standing };
}

/** Plants a document adopted with reservations on the blocks; the first is met and a figure is changed. */
async function proposedOf(people: People, places: (number | null)[]) {
  const held = await submittedOf(people);
  const [first] = await reserve(people.politiskForum, held, places);
  await publishText(held, text.replace('bro', 'bro til 7 kr.').replace('50.000', '500.000'));
  await proposeReservation(held.workingGroup, held.id, {
    ...{ reservationId: first!, note: 'Skrevet ind.', versionNumber: 2, seen: 0 }
  });
  return { ...held, first: first! };
}

async function submittedOf({ member, workingGroup }: People): Promise<DocumentInHearing> {
  const held = await openDocumentHearing(workingGroup, text);
  await writeComment(member, held, 'Godt.');
  await closeAndSubmit(held, 'Tak.');
  return held;
}

async function reserve(politiskForum: Context, held: DocumentInHearing, places: (number | null)[]) {
  const { blocks } = await readVersion(held.workingGroup, held.id);
  const blockIds = places.map((place) => (place === null ? null : blocks[place]!.blockId));
  const reservations = blockIds.map((blockId) => ({ blockId, wish: 'Skriv mere.' }));
  const outcome = 'adoptedWithReservations';
  await decide(politiskForum, held.id, { outcome, reason: 'Næsten.', reservations });
  const { judgement } = (await findAdoptionReview(held.workingGroup, { id: held.id, round: 1 }))!;
  return judgement.reservations.map(({ reservation }) => reservation.id);
}

/** Plants a document with only a draft, one whose draft raises questions, and one with a call for input. */
export async function plantDrafts(beginner: Context, now: Date): Promise<string[]> {
  const begun = async () => {
    const { id, slug } = await beginDocument(beginner, {
      ...{ title: 'Fyret', summary: '', level: 'national', policyArea: 'By', regionId: null },
      ...{ audience: 'members', proposers: [], involved: [], markdown: '## Fyret\n\nTændt.' }
    });
    return { id, slug, workingGroup: await contextAt(beginner, now) };
  };
  const [draft, published, called] = [await begun(), await begun(), await begun()];
  await publishText(published, ['Fyret er tændt.', bench, 'Lygterne er slukket.'].join('\n\n'));
  const drafted = ['Fyret er tændt.', likeness, 'Lygterne er slukket.'].join('\n\n');
  await saveDraft(published.workingGroup, published.id, { markdown: drafted, revision: 2 });
  const closesAt = new Date(now.getTime() + 21 * 24 * 60 * 60 * 1000);
  await openCall(called.workingGroup, called.id, { opensAt: now, closesAt, markdown: 'Idéer?' });
  return [draft, published, called].map(({ slug }) => slug);
}
