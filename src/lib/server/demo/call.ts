import { closeCall, closeDueCalls, openCall } from '../commands/documents/calls.ts';
import type { DemoCall } from './content/index.ts';
import { commented } from './debate.ts';
import type { Happening } from './happening.ts';
import type { Story } from './story.ts';

/** Ideas are asked for, and given, before there is a draft. */
export function calledFor(story: Story, call: DemoCall): Happening[] {
  const { momentOf } = story.calendar;
  const { opened, closes, closed, question, inputs } = call;
  const closesAt = momentOf(closes);
  const debate = { version: null, until: closesAt };
  return [
    {
      at: momentOf(opened.at),
      by: opened.by,
      happen: (context) =>
        openCall(context, story.documentId, { markdown: question, opensAt: context.now, closesAt })
    },
    ...inputs.flatMap((input) => commented(story, debate, input)),
    {
      at: momentOf(closed.at),
      by: closed.by,
      happen: (context) =>
        context.now >= closesAt ? closeDueCalls(context) : closeCall(context, story.documentId, '')
    }
  ];
}
