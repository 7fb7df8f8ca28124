import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayAdminister } from '#lib/domain/hearing/permissions.ts';
import { m } from '#lib/paraglide/messages.js';
import { act, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { required } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import {
  longestReason,
  readReportable,
  reportComment
} from '#lib/server/queries/debate/reporting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  return {
    comment: await show(readReportable(context, params.id)),
    mayHide: mayAdminister(context.viewer)
  };
};

const reportForm = v.object({ reason: required(longestReason) });

export const actions: Actions = {
  default: (event) =>
    act(event, 'report', reportForm, async (context, { reason }) => {
      const { id } = event.params;
      const { slug } = await readReportable(context, id);
      await reportComment(context, id, reason);
      setFlash(event, { kind: 'success', text: m.moderation_reported() });
      redirect(303, `/documents/${slug}?comment=${id}#kommentar-${id}`);
    })
};
