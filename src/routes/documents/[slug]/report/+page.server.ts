import { redirect } from '@sveltejs/kit';
import { cutChangesPage } from '#lib/domain/report/changes.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentAt, readDocument, readForWork } from '#lib/server/access/documents.ts';
import { forewordForm, saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { parseNumber } from '#lib/server/formats/fields.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { readReportPage, readSavedForeword } from '#lib/server/queries/outcome/report-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const round = url.searchParams.get('round');
  const asked = round === null ? undefined : parseNumber(round);
  const page = await show(readReportPage(context, document, asked));
  const changes = page.report?.changes && cutChangesPage(page.report.changes, pageAsked(url));
  return {
    ...page,
    report: page.report && { ...page.report, changes: changes ?? null },
    made:
      page.writing && madeFrom({ ...page.writing, fields: { foreword: page.writing.foreword } }),
    base: `/documents/${params.slug}`
  };
};

const savedForeword =
  (slug: string): ReadSaved =>
  async (context) => {
    const document = await readForWork(context, slug);
    const { foreword, ...saved } = await readSavedForeword(context, document);
    return { ...saved, fields: { foreword } };
  };

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return actOnSaved(
      event,
      'foreword',
      forewordForm,
      savedForeword(slug),
      async (context, form) => {
        await saveForeword(context, documentAt(slug), form);
        setFlash(event, { kind: 'success', text: m.report_foreword_saved() });
        redirect(303, event.url.pathname);
      }
    );
  }
};
