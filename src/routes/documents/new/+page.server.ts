import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { audiences, levels } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { asMember, type Context } from '#lib/server/access/context.ts';
import { beginDocument } from '#lib/server/commands/documents/drafts.ts';
import { readTemplate } from '#lib/server/queries/documents/template.ts';
import { listRegions } from '#lib/server/hearing/parties.ts';
import { act } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { line, lines, markdown, optionalId, plainLines, uuid } from '#lib/server/formats/fields.ts';
import { loginAddress } from '#lib/server/http/local-path.ts';
import { fileGiven } from '#lib/server/http/text-given.ts';
import { readText } from '#lib/server/formats/document-text.ts';
import type { Actions, PageServerLoad } from './$types';

/** A title stands on the front page and in the address. */
const longestTitle = 160;
const longestSummary = 500;
const longestArea = 80;
const longestNames = 10_000;
/** A policy text of 400 paragraphs is 70,000 characters. */
const longestDraft = 1_000_000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  if (!context.viewer) redirect(303, loginAddress(url));
  return {
    formKey: randomUUID(),
    name: locals.name ?? '',
    regions: await listRegions(asMember(context)),
    template: await readTemplate(context)
  };
};

const documentForm = v.object({
  formKey: uuid,
  title: line(longestTitle),
  summary: plainLines(longestSummary),
  policyArea: line(longestArea),
  level: v.picklist(levels),
  regionId: optionalId,
  audience: v.picklist(audiences),
  proposers: lines(longestNames),
  involved: lines(longestNames),
  markdown: markdown(longestDraft),
  file: v.optional(v.file())
});

/** The text of the file, where one was chosen; the template in the field is nobody's words. */
async function textOf(context: Context, typed: string, file: File | undefined): Promise<string> {
  const begunWith = [await readTemplate(context)];
  const chosen = fileGiven({ field: 'markdown', typed, file, begunWith });
  if (!chosen) return typed;
  return readText(new Uint8Array(await chosen.arrayBuffer()), chosen.name).markdown;
}

export const actions: Actions = {
  default: (event) =>
    act(event, 'document', documentForm, async (context, { file, ...plan }) => {
      if (plan.level !== 'region' && plan.regionId) throw new Refusal('regionUnexpected');
      const markdown = await textOf(context, plan.markdown, file);
      const { slug } = await beginDocument(context, { ...plan, markdown });
      setFlash(event, { kind: 'success', text: m.draft_begun() });
      redirect(303, `/documents/${slug}/draft`);
    })
};
