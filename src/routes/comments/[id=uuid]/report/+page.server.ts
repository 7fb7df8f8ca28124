import { redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { loginAddress } from '#lib/domain/local-path.ts';
import { reportComment, reportForm } from '#lib/server/commands/debate/report-comment.ts';
import { readReportPage } from '#lib/server/queries/debate/comment-report-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url.pathname + url.search));
  return show(readReportPage(context, params.id));
};

export const actions: Actions = {
  default: (event) =>
    act(event, 'report', reportForm, async (context, { reason }) => {
      const { id } = event.params;
      const { slug } = await reportComment(context, id, reason);
      setFlash(event, { kind: 'success', text: m.moderation_reported() });
      redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
    })
};
