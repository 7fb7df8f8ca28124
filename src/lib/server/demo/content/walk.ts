import { demo } from './index.ts';
import type { DemoComment, DemoDocument, DemoHearing, DemoSaid } from './types.ts';

/** Every round of every document, named for a test's title. */
export const rounds = demo.documents.flatMap((document) =>
  document.hearings.map((hearing) => ({
    name: `${document.slug}, round ${hearing.round}`,
    document,
    hearing
  }))
);

/** Every comment and reply, those to a call for input among them. */
export function everythingSaid(document: DemoDocument): DemoSaid[] {
  const top = document.hearings.flatMap((hearing) => hearing.comments);
  return [...callInputs(document), ...top].flatMap(withReplies);
}

export function withReplies(said: DemoSaid): DemoSaid[] {
  return [said, ...(said.replies ?? []).flatMap(withReplies)];
}

export function callInputs(document: DemoDocument): readonly DemoComment[] {
  return document.call?.inputs ?? [];
}

/** What must be answered in a hearing, the changes of its rewrites apart. */
export function inputs({ comments, meetings, letters }: DemoHearing) {
  return [...comments, ...meetings.flatMap((meeting) => meeting.remarks ?? []), ...letters];
}
