import { eq } from 'drizzle-orm';
import { giveAnswer } from '../commands/desk/answer.ts';
import { publishAnswers } from '../commands/desk/publish-answers.ts';
import { addTheme } from '../commands/desk/themes.ts';
import type { Context } from '../access/context.ts';
import { input } from '../database/tables/index.ts';
import type { DemoHearing, DemoOutcome } from './content/index.ts';
import type { Happening } from './happening.ts';
import { changeKey } from './rewrite.ts';
import type { Said, Story } from './story.ts';

/** The working group gathers the inputs under themes, answers them, and publishes the answers. */
export function answered(story: Story, hearing: DemoHearing): Happening[] {
  const { closed, answersPublished, letters } = hearing;
  if (!closed) return [];
  const last = [closed, ...letters.map(({ entered }) => entered)].map(({ at }) =>
    story.calendar.momentOf(at).getTime()
  );
  const at = new Date(Math.max(...last) + sortingOut);
  const happenings: Happening[] = [
    { at, by: closed.by, happen: (context) => answer(context, story, hearing) }
  ];
  if (answersPublished)
    happenings.push({
      at: story.calendar.momentOf(answersPublished.at),
      by: answersPublished.by,
      happen: (context) => publishAnswers(context, story.documentId)
    });
  return happenings;
}

/** The working group begins half an hour after the last input came in, and answers one at a time. */
const sortingOut = 30 * 60_000;
const betweenAnswers = 4 * 60_000;

async function answer(context: Context, story: Story, hearing: DemoHearing) {
  for (const { key, title, summary = '' } of hearing.themes)
    story.themes.set(key, await addTheme(context, story.documentId, { title, summary }));
  for (const [nth, [said, outcome]] of outcomesOf(story, hearing).entries()) {
    const now = new Date(context.now.getTime() + nth * betweenAnswers);
    await give({ ...context, now }, story, said, outcome);
  }
}

/** What is said of each thing that has an outcome; a call for input is answered with the first round. */
function outcomesOf(story: Story, hearing: DemoHearing): [Said, DemoOutcome][] {
  const called = hearing.round === 1 ? (story.document.call?.inputs ?? []) : [];
  const remarks = hearing.meetings.flatMap((meeting) => meeting.remarks ?? []);
  const said = [...called, ...hearing.comments, ...remarks, ...hearing.letters];
  const pairs = said.flatMap(({ key, outcome }): [Said, DemoOutcome][] =>
    outcome ? [[story.inputs.get(key)!, outcome]] : []
  );
  return [...pairs, ...hearing.meetings.flatMap((meeting) => outcomesOfChanges(story, meeting))];
}

function outcomesOfChanges(
  story: Story,
  { key, rewrite }: DemoHearing['meetings'][number]
): [Said, DemoOutcome][] {
  if (!rewrite) return [];
  const { changes, otherChanges } = rewrite;
  const named = changes.flatMap(({ outcome = otherChanges }, nth): [Said, DemoOutcome][] =>
    outcome ? [[story.inputs.get(changeKey(key, nth))!, outcome]] : []
  );
  const others = otherChanges ? (story.otherChanges.get(key) ?? []) : [];
  return [
    ...named,
    ...others.map((changeId): [Said, DemoOutcome] => [{ changeId }, otherChanges!])
  ];
}

async function give(context: Context, story: Story, said: Said, outcome: DemoOutcome) {
  const { disposition, answer: markdown, theme, referredTo = '', duplicateOf } = outcome;
  const original = duplicateOf ? story.inputs.get(duplicateOf)! : null;
  await giveAnswer(context, story.documentId, await numberOf(context, said), {
    ...{ disposition, markdown, referredTo, revision: 0 },
    themeId: theme ? story.themes.get(theme)! : null,
    duplicateOf: original && (await numberOf(context, original))
  });
}

async function numberOf({ database }: Context, said: Said): Promise<number> {
  if ('number' in said) return said.number;
  const [found] = await database
    .select({ number: input.number })
    .from(input)
    .where(
      'commentId' in said
        ? eq(input.commentId, said.commentId)
        : 'changeId' in said
          ? eq(input.changeId, said.changeId)
          : eq(input.remarkId, said.remarkId)
    );
  return found!.number;
}
