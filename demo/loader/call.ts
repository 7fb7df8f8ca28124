import { closeCall } from '#lib/server/commands/documents/close-call.ts';
import { closeDueCalls } from '#lib/server/commands/documents/close-due.ts';
import { openCall } from '#lib/server/commands/documents/open-call.ts';
import type { DemoCall } from '../reader/document.ts';
import type { Action } from './action.ts';
import { commentActions } from './comments.ts';
import type { Progress } from './progress.ts';

/** Returns the opening of a call for input, its inputs and its closing. */
export function callActions(progress: Progress, call: DemoCall): Action[] {
  const { dateOf } = progress.calendar;
  const { opened, closes, closed, question, inputs } = call;
  const closesAt = dateOf(closes);
  const debate = { version: null, until: closesAt };
  return [
    {
      at: dateOf(opened.at),
      by: opened.by,
      run: (context) =>
        openCall(context, progress.documentId, {
          markdown: question,
          opensAt: context.now,
          closesAt
        })
    },
    ...inputs.flatMap((input) => commentActions(progress, debate, input)),
    {
      at: dateOf(closed.at),
      by: closed.by,
      run: (context) =>
        context.now >= closesAt
          ? closeDueCalls(context)
          : closeCall(context, progress.documentId, '')
    }
  ];
}
