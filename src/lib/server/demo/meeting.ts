import type { Context } from '../access/context.ts';
import { enterMeeting } from '../commands/regions/meetings.ts';
import { addRemark } from '../commands/regions/add-remark.ts';
import type { DemoMeeting } from './content/index.ts';
import type { Debate } from './debate.ts';
import type { Happening } from './happening.ts';
import { rewritten } from './rewrite.ts';
import { placeOf, type Story } from './story.ts';

/** A region meets, and what it said is entered: its minutes, its remarks, its text. */
export function met(story: Story, debate: Debate, meeting: DemoMeeting): Happening[] {
  let meetingId = '';
  const entered: Happening = {
    at: story.calendar.momentOf(meeting.entered.at),
    by: meeting.entered.by,
    async happen(context) {
      const { region, held, place, attendance, minutes } = meeting;
      meetingId = await enterMeeting(context, story.documentId, {
        regionId: story.regions.get(region)!,
        heldOn: story.calendar.dayOf(held),
        ...{ place, attendance, minutes }
      });
      await enterRemarks(context, story, debate, meetingId, meeting);
    }
  };
  const { rewrite, key } = meeting;
  return [entered, ...(rewrite ? rewritten(story, debate, key, rewrite, () => meetingId) : [])];
}

async function enterRemarks(
  context: Context,
  story: Story,
  { version }: Debate,
  meetingId: string,
  { remarks = [] }: DemoMeeting
) {
  for (const { key, body, on } of remarks) {
    const { blockId } = placeOf(story, version!, on);
    const remarkId = await addRemark(context, meetingId, { markdown: body, blockId });
    story.inputs.set(key, { remarkId });
  }
}
