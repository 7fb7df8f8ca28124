import type { Context } from '#lib/server/access/context.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import type { DemoMeeting } from '../reader/meetings.ts';
import type { Action } from './action.ts';
import type { Debate } from './comments.ts';
import { locate, type Progress } from './progress.ts';
import { rewriteActions } from './rewrite.ts';

/** Returns the entering of a regional meeting with its remarks, and the actions of its rewrite. */
export function meetingActions(progress: Progress, debate: Debate, meeting: DemoMeeting): Action[] {
  let meetingId = '';
  const entering: Action = {
    at: progress.calendar.dateOf(meeting.entered.at),
    by: meeting.entered.by,
    async run(context) {
      const { region, held, place, attendance, minutes } = meeting;
      meetingId = await enterMeeting(context, progress.documentId, {
        regionId: progress.regionIds.get(region)!,
        heldOn: progress.calendar.dayOf(held),
        ...{ place, attendance, minutes }
      });
      await enterRemarks(context, progress, debate, meetingId, meeting);
    }
  };
  const { rewrite, key } = meeting;
  const later = rewrite ? rewriteActions(progress, debate, key, rewrite, () => meetingId) : [];
  return [entering, ...later];
}

async function enterRemarks(
  context: Context,
  progress: Progress,
  { version }: Debate,
  meetingId: string,
  { remarks = [] }: DemoMeeting
) {
  for (const { key, body, on } of remarks) {
    const { blockId } = locate(progress, version!, on);
    const remarkId = await addRemark(context, meetingId, { markdown: body, blockId });
    progress.sources.set(key, { remarkId });
  }
}
