import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { dismissForm, dismissReports } from '#lib/server/commands/debate/dismiss-reports.ts';
import { hideComment, hideForm } from '#lib/server/commands/debate/hide-comment.ts';
import { showComment, showForm } from '#lib/server/commands/debate/show-comment.ts';
import {
  findModerated,
  listConcealed,
  listReported
} from '#lib/server/queries/debate/moderation-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const [asked, reported, concealed] = await Promise.all([
    show(findModerated(context, url.searchParams.get('comment'))),
    show(listReported(context)),
    show(listConcealed(context, url.searchParams.get('before')))
  ]);
  return { asked, reported: reported.filter(({ id }) => id !== asked?.id), concealed };
};

const here = '/administration/moderation';

export const actions: Actions = {
  hide: (event) =>
    act(event, 'hide', hideForm, async (context, { comment, reason }) => {
      await hideComment(context, comment, reason);
      setFlash(event, { kind: 'success', text: m.moderation_hidden() });
      redirect(303, here);
    }),

  dismiss: (event) =>
    act(event, 'dismiss', dismissForm, async (context, { comment }) => {
      await dismissReports(context, comment);
      setFlash(event, { kind: 'success', text: m.moderation_dismissed() });
      redirect(303, here);
    }),

  show: (event) =>
    act(event, 'show', showForm, async (context, { comment }) => {
      await showComment(context, comment);
      setFlash(event, { kind: 'success', text: m.moderation_shown() });
      redirect(303, here);
    })
};
