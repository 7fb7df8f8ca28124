import { expect, test } from 'vitest';
import { listPosts, listRounds, withReplies } from './lists.ts';
import { readContent, type DemoDocument, type DemoHearing } from './read.ts';
import type { Moment } from './shared.ts';

const demo = readContent();
const rounds = listRounds(demo);

test.each(rounds)('$name: things happen in order', ({ document, hearing }) => {
  expect(steps(document, hearing)).toEqual(inOrder(steps(document, hearing)));
  const outside = whileOpen(hearing).filter(
    (at) => before(at, hearing.opened.at) || before(hearing.closes, at)
  );
  expect(outside).toEqual([]);
  const least = hearing.closes.day - hearing.opened.at.day;
  expect(least >= 14 || hearing.shortReason).toBeTruthy();
});

test('a letter is marked late exactly when it came after the hearing had ended', () => {
  const wrong = rounds.flatMap(({ hearing }) =>
    hearing.letters.filter(({ received, late }) => before(hearing.closes, received) !== !!late)
  );
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

test('answers, edits and withdrawals come after what they are about, and before today', () => {
  const said = demo.documents.flatMap(listPosts);
  const early = said.flatMap(({ at, edited, withdrawn, replies }) =>
    [edited?.at, withdrawn, ...(replies ?? []).map((reply) => reply.at)].filter(
      (later) => later && before(later, at)
    )
  );
  expect(early).toEqual([]);
  expect(said.filter(({ at }) => at.day >= 0).map(({ body }) => body)).toEqual([]);
});

/** Returns the times of what can only be done while the hearing is open. */
function whileOpen({ comments, meetings, letters }: DemoHearing): Moment[] {
  const said = comments.flatMap(withReplies);
  return [
    ...said.flatMap(({ at, edited, withdrawn }) => [at, edited?.at, withdrawn]),
    ...meetings.flatMap(({ entered, rewrite }) => [entered.at, rewrite?.posted.at]),
    ...letters.filter(({ late }) => !late).map(({ entered }) => entered.at)
  ].filter((moment) => moment !== undefined);
}

function steps(document: DemoDocument, hearing: DemoHearing): Moment[] {
  const { closed, answersPublished, report, submission, decision } = hearing;
  const call = document.call;
  return [
    document.created.at,
    ...(call ? [call.opened.at, ...call.inputs.map(({ at }) => at), call.closed.at] : []),
    document.versions[0]?.published.at,
    document.versions[hearing.version - 1]?.published.at,
    hearing.opened.at,
    hearing.closes,
    closed?.at,
    answersPublished?.at,
    report?.composed.at,
    submission?.submitted.at,
    decision?.decided.at
  ].filter((moment) => moment !== undefined);
}

function inOrder(moments: Moment[]): Moment[] {
  return moments.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}

function before(a: Moment, b: Moment): boolean {
  return a.day < b.day || (a.day === b.day && a.time < b.time);
}
