import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { listVersions } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { viewFrom } from '#lib/domain/document/comparison/views.ts';
import { show } from '#lib/server/http/answering.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import {
  compareRewrite,
  compareVersions,
  listRewriteChoices
} from '#lib/server/queries/regions/compare-page.ts';
import { match as isUuid } from '../../../../params/uuid.ts';
import type { PageServerLoad } from './$types';

/** Loads the comparison of the two texts in the address; without any, only the choices are shown. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const [versions, rewrites] = await Promise.all([
    listVersions(context, document.id),
    listRewriteChoices(context, document.id)
  ]);
  const asked = (name: string) => url.searchParams.get(name);
  const choices = { versions: versions.map(({ number }) => number), rewrites };
  const view = viewFrom(asked('view'));
  const wish = { view, asked: pageAsked(url) };
  const rewriteId = asked('rewrite');
  if (rewriteId) {
    if (!isUuid(rewriteId)) error(404, m.refusal_notFound());
    const number = asked('version') ? versionNumberOf(asked('version')) : null;
    const texts = await show(compareRewrite(context, document, { rewriteId, number }, wish));
    return { ...choices, texts, view };
  }
  const [from, to] = [asked('from'), asked('to')];
  if (!from || !to) return { ...choices, texts: null, view };
  const versionsAsked = { from: versionNumberOf(from), to: versionNumberOf(to) };
  const texts = await show(compareVersions(context, document, versionsAsked, wish));
  return { ...choices, texts, view };
};

/** Returns the version's number in the address. Throws 404 if it is none. */
function versionNumberOf(given: string | null): number {
  if (!given || !/^[1-9]\d{0,5}$/.test(given)) error(404, m.refusal_notFound());
  return Number(given);
}
