import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { act, formWith, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { isChosen, textGiven } from '#lib/server/http/text-given.ts';
import { readMeeting } from '#lib/server/queries/regions/meetings.ts';
import {
  rewriteForm,
  scopeTyped,
  writeRewrite
} from '#lib/server/commands/regions/write-rewrite.ts';
import { listSections, writeOutScope } from '#lib/server/queries/regions/scope.ts';
import { uuid } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const meetingId = url.searchParams.get('meeting');
  if (!v.is(uuid, meetingId)) error(404, m.refusal_notFound());
  if (!context.viewer) redirect(303, loginAddress(url));
  const meeting = await show(readMeeting(context, document, meetingId));
  const { id, region, heldOn, versionId, versionNumber, mayChange } = meeting;
  return {
    meeting: { id, region, heldOn, versionNumber },
    mayWrite: mayChange,
    sections: await listSections(context, versionId)
  };
};

/** Returns the version's own text of the scope that was chosen. */
async function draftOf(context: Context, slug: string, values: v.InferOutput<typeof rewriteForm>) {
  const document = await readDocument(context, slug);
  const { versionId } = await readMeeting(context, document, values.meeting);
  return writeOutScope(context, versionId, scopeTyped(values));
}

export const actions: Actions = {
  write: (event) =>
    act(event, 'rewrite', rewriteForm, async (context, values) => {
      const { slug } = await readDocument(context, event.params.slug);
      const { markdown: typed, file } = values;
      const begunWith = typed && isChosen(file) ? [await draftOf(context, slug, values)] : [];
      const markdown = await textGiven({ field: 'markdown', typed, file, begunWith });
      const rewriteId = await writeRewrite(context, values.meeting, {
        markdown,
        foreword: values.foreword,
        scope: scopeTyped(values)
      });
      setFlash(event, { kind: 'success', text: m.rewrite_written() });
      redirect(303, `/documents/${slug}/rewrites/${rewriteId}/review`);
    }),

  /** Fills the empty field with the version's own text of the scope, and saves nothing. */
  prefill: (event) =>
    act(event, 'rewrite', rewriteForm, async (context, values) => {
      if (values.markdown.trim()) throw new Refusal('textInTheWay');
      const markdown = await draftOf(context, event.params.slug, values);
      const { extent, scope, foreword } = values;
      return formWith('rewrite', { extent, scope, foreword, markdown });
    })
};
