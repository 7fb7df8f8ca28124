import { eq } from 'drizzle-orm';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import type { Context } from '#lib/server/access/context.ts';
import { input } from '#lib/server/database/tables/index.ts';
import type { DemoMeeting } from '../reader/meetings.ts';
import type { DemoHearing } from '../reader/read.ts';
import type { DemoOutcome } from '../reader/shared.ts';
import type { Action } from './action.ts';
import type { InputSource, Progress } from './progress.ts';
import { changeKey } from './rewrite.ts';

/** The working group begins to answer half an hour after the last input, one input at a time. */
const beforeAnswers = 30 * 60_000;
const betweenAnswers = 4 * 60_000;

/** Returns the answering of the inputs under themes, and the publication of the answers. */
export function answerActions(progress: Progress, hearing: DemoHearing): Action[] {
  const { closed, answersPublished, letters } = hearing;
  if (!closed) return [];
  const { dateOf } = progress.calendar;
  const received = [closed, ...letters.map(({ entered }) => entered)];
  const last = Math.max(...received.map(({ at }) => dateOf(at).getTime()));
  const at = new Date(last + beforeAnswers);
  const actions: Action[] = [
    { at, by: closed.by, run: (context) => answerInputs(context, progress, hearing) }
  ];
  if (answersPublished)
    actions.push({
      at: dateOf(answersPublished.at),
      by: answersPublished.by,
      run: (context) => publishAnswers(context, progress.documentId)
    });
  return actions;
}

async function answerInputs(context: Context, progress: Progress, hearing: DemoHearing) {
  for (const { key, title, summary = '' } of hearing.themes)
    progress.themeIds.set(key, await addTheme(context, progress.documentId, { title, summary }));
  for (const [index, [source, outcome]] of outcomesOf(progress, hearing).entries()) {
    const now = new Date(context.now.getTime() + index * betweenAnswers);
    await answer({ ...context, now }, progress, source, outcome);
  }
}

/** Returns every input that has an outcome; those to a call for input belong to the first round. */
function outcomesOf(progress: Progress, hearing: DemoHearing): [InputSource, DemoOutcome][] {
  const toCall = hearing.round === 1 ? (progress.document.call?.inputs ?? []) : [];
  const remarks = hearing.meetings.flatMap((meeting) => meeting.remarks ?? []);
  const inputs = [...toCall, ...hearing.comments, ...remarks, ...hearing.letters];
  const pairs = inputs.flatMap(({ key, outcome }): [InputSource, DemoOutcome][] =>
    outcome ? [[progress.sources.get(key)!, outcome]] : []
  );
  return [...pairs, ...hearing.meetings.flatMap((meeting) => changeOutcomes(progress, meeting))];
}

function changeOutcomes(
  progress: Progress,
  { key, rewrite }: DemoMeeting
): [InputSource, DemoOutcome][] {
  if (!rewrite) return [];
  const { changes, otherChanges } = rewrite;
  const named = changes.flatMap(
    ({ outcome = otherChanges }, index): [InputSource, DemoOutcome][] =>
      outcome ? [[progress.sources.get(changeKey(key, index))!, outcome]] : []
  );
  const others = otherChanges ? (progress.otherChangeIds.get(key) ?? []) : [];
  return [
    ...named,
    ...others.map((changeId): [InputSource, DemoOutcome] => [{ changeId }, otherChanges!])
  ];
}

async function answer(
  context: Context,
  progress: Progress,
  source: InputSource,
  outcome: DemoOutcome
) {
  const { disposition, answer: markdown, theme, referredTo = '', duplicateOf } = outcome;
  const original = duplicateOf ? progress.sources.get(duplicateOf)! : null;
  await answerInput(context, progress.documentId, await inputNumber(context, source), {
    ...{ disposition, markdown, referredTo, revision: 0 },
    themeId: theme ? progress.themeIds.get(theme)! : null,
    duplicateOf: original && (await inputNumber(context, original))
  });
}

async function inputNumber({ database }: Context, source: InputSource): Promise<number> {
  if ('number' in source) return source.number;
  const [found] = await database
    .select({ number: input.number })
    .from(input)
    .where(
      'commentId' in source
        ? eq(input.commentId, source.commentId)
        : 'changeId' in source
          ? eq(input.changeId, source.changeId)
          : eq(input.remarkId, source.remarkId)
    );
  return found!.number;
}
