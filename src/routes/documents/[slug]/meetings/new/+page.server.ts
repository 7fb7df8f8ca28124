import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt } from '#lib/server/access/documents.ts';
import { act, maxFileFormBytes, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { textGiven } from '#lib/server/http/text-given.ts';
import { enterMeeting, meetingForm } from '#lib/server/commands/regions/enter-meeting.ts';
import { readNewMeetingPage } from '#lib/server/queries/regions/new-meeting-page.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await show(readNewMeetingPage(locals.context, params.slug));
  if (!page) redirect(303, loginAddress(url.pathname + url.search));
  return page;
};

export const actions: Actions = {
  default: (event) =>
    act(
      event,
      'meeting',
      meetingForm,
      async (context, { minutesFile, ...plan }) => {
        const { slug } = event.params;
        const minutes = await textGiven({
          field: 'minutes',
          typed: plan.minutes,
          file: minutesFile
        });
        const meetingId = await enterMeeting(context, documentAt(slug), { ...plan, minutes });
        setFlash(event, { kind: 'success', text: m.meeting_entered() });
        redirect(303, `/documents/${slug}/meetings/${meetingId}`);
      },
      maxFileFormBytes
    )
};
