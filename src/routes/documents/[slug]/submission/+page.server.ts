import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import { listWaitingWishes } from '#lib/server/queries/debate/wishes.ts';
import { listSubmissions } from '#lib/server/queries/outcome/decisions.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { readForWork } from '#lib/server/queries/documents/work.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { text, wholeNumber } from '#lib/server/formats/fields.ts';
import { listBacklog } from '#lib/server/hearing/inputs/backlog.ts';
import type { Actions, PageServerLoad } from './$types';

const longestMessage = 4000;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const isMine = mayWorkOn(context.viewer, document);
  const submissions = await listSubmissions(context, document.id);
  return {
    submission: submissions.find(({ round }) => round === document.round) ?? submissions[0] ?? null,
    heardVersion: document.hearing?.versionNumber ?? null,
    latestVersion: document.latestVersion?.number ?? null,
    made: madeFrom({ revision: document.latestVersion?.number ?? 0, fields: {} }),
    maySubmit: isMine && document.state === 'processing',
    backlog: isMine ? await listBacklog(context, document) : { missing: [], withoutReason: [] },
    wishes: isMine ? (await listWaitingWishes(context, document)).length : 0,
    base: `/documents/${document.slug}`
  };
};

const submissionForm = v.object({ message: text(longestMessage), revision: wholeNumber(1) });

/** The version that would be sent: the form's revision. */
const sentVersion =
  (slug: string): ReadSaved =>
  async (context) => {
    const { latestVersion } = await readForWork(context, slug);
    return { revision: latestVersion?.number ?? 0, fields: {} };
  };

export const actions: Actions = {
  default: (event) =>
    actOnSaved(
      event,
      'submission',
      submissionForm,
      sentVersion(event.params.slug),
      async (context, typed) => {
        const { message, revision: versionNumber } = typed;
        const { id } = await readForWork(context, event.params.slug);
        await submitDocument(context, id, { message, versionNumber });
        setFlash(event, { kind: 'success', text: m.submission_done() });
        redirect(303, event.url.pathname);
      }
    )
};
