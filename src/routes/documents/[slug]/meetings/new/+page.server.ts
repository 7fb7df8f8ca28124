import { redirect } from '@sveltejs/kit';
import { toDanishTime } from '#lib/domain/time.ts';
import { m } from '#lib/paraglide/messages.js';
import { readDocument } from '#lib/server/access/documents.ts';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { textGiven } from '#lib/server/http/text-given.ts';
import { enterMeeting, meetingForm } from '#lib/server/commands/regions/enter-meeting.ts';
import { takesMeetings } from '#lib/server/queries/regions/meetings.ts';
import { listRegionsToSpeakFor } from '#lib/server/queries/regions/regions.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const today = toDanishTime(context.now).date;
  if (!context.viewer) redirect(303, loginAddress(url));
  const regions = await show(listRegionsToSpeakFor(context, document));
  return { regions, isOpen: takesMeetings(context, document), today };
};

export const actions: Actions = {
  default: (event) =>
    act(event, 'meeting', meetingForm, async (context, { minutesFile, ...plan }) => {
      const { id, slug } = await readDocument(context, event.params.slug);
      const minutes = await textGiven({ field: 'minutes', typed: plan.minutes, file: minutesFile });
      const meetingId = await enterMeeting(context, id, { ...plan, minutes });
      setFlash(event, { kind: 'success', text: m.meeting_entered() });
      redirect(303, `/documents/${slug}/meetings/${meetingId}`);
    })
};
