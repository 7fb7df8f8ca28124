import { redirect } from '@sveltejs/kit';
import { toDanishTime } from '#lib/domain/time.ts';
import { m } from '#lib/paraglide/messages.js';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { maxFileFormBytes, act, actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { textGiven } from '#lib/server/http/text-given.ts';
import { reviseMeeting, revisionForm } from '#lib/server/commands/regions/revise-meeting.ts';
import { readMeeting } from '#lib/server/queries/regions/meetings.ts';
import { addRemark, remarkForm } from '#lib/server/commands/regions/add-remark.ts';
import { isAsMade, madeFrom, type ReadSaved, type Saved } from '#lib/server/http/merging.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const meeting = await show(readMeeting(context, document, params.id));
  const { blocks } = await readVersion(context, document.id, meeting.versionNumber);
  return {
    meeting,
    made: madeFrom(fieldsOf(meeting)),
    blocks: blocks.map(({ blockId, number, kind, text }) => ({ blockId, number, kind, text })),
    today: toDanishTime(context.now).date
  };
};

const fieldsOf = (meeting: Awaited<ReturnType<typeof readMeeting>>): Saved => ({
  revision: meeting.revision,
  fields: {
    heldOn: meeting.heldOn,
    place: meeting.place,
    attendance: String(meeting.attendance),
    minutes: meeting.minutes
  }
});

const savedMeeting =
  ({ slug, id }: { slug: string; id: string }): ReadSaved =>
  async (context) =>
    fieldsOf(await readMeeting(context, await readDocument(context, slug), id));

export const actions: Actions = {
  facts: (event) =>
    actOnSaved(
      event,
      'facts',
      revisionForm,
      savedMeeting(event.params),
      async (context, typed) => {
        const { minutesFile, base, ...facts } = typed;
        const given = { field: 'minutes', typed: facts.minutes, file: minutesFile };
        const isLeft = isAsMade(base, 'minutes', facts.minutes);
        const minutes = await textGiven({ ...given, prefilled: isLeft ? [facts.minutes] : [] });
        await reviseMeeting(context, event.params.id, { ...facts, minutes });
        setFlash(event, { kind: 'success', text: m.meeting_revised() });
        redirect(303, event.url.pathname);
      },
      maxFileFormBytes
    ),

  remark: (event) =>
    act(event, 'remark', remarkForm, async (context, { blockId, markdown }) => {
      const place = blockId === 'whole' ? null : blockId;
      await addRemark(context, event.params.id, { blockId: place, markdown });
      setFlash(event, { kind: 'success', text: m.meeting_remark_added() });
      redirect(303, `${event.url.pathname}#bemaerkning`);
    })
};
