import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentAt, readForWork } from '#lib/server/access/documents.ts';
import { submissionForm, submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { listWaitingWishes } from '#lib/server/queries/desk/waiting-wishes.ts';
import { readSubmissionPage } from '#lib/server/queries/outcome/submission-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => {
  const { document, worksOn, ...page } = await show(readSubmissionPage(context, params.slug));
  return {
    ...page,
    made: madeFrom({ revision: page.latestVersion ?? 0, fields: {} }),
    wishes: worksOn ? (await listWaitingWishes(context, document)).length : 0,
    base: `/documents/${document.slug}`
  };
};

/** The version that would be submitted is the form's revision. */
const submittedVersion =
  (slug: string): ReadSaved =>
  async (context) => {
    const { latestVersion } = await readForWork(context, slug);
    return { revision: latestVersion?.number ?? 0, fields: {} };
  };

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    const readSaved = submittedVersion(slug);
    return actOnSaved(event, 'submission', submissionForm, readSaved, async (context, form) => {
      const { message, revision: versionNumber } = form;
      await submitDocument(context, documentAt(slug), { message, versionNumber });
      setFlash(event, { kind: 'success', text: m.submission_done() });
      redirect(303, event.url.pathname);
    });
  }
};
