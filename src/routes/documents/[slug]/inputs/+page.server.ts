import * as v from 'valibot';
import { dispositions, inputKinds } from '#lib/domain/hearing/words.ts';
import { findPublication } from '#lib/server/hearing/publication.ts';
import { listThemeNames } from '#lib/server/queries/desk/theme-names.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { listRegions } from '#lib/server/hearing/parties.ts';
import { show } from '#lib/server/http/answering.ts';
import { tallyInputs } from '#lib/server/hearing/inputs/backlog.ts';
import { listInputs } from '#lib/server/hearing/inputs/inputs.ts';
import { uuid, wholeNumber } from '#lib/server/formats/fields.ts';
import type { PageServerLoad } from './$types';

/** What the address asks for; what is not understood is not asked for. */
const asked = v.object({
  kind: v.fallback(v.optional(v.picklist(inputKinds)), undefined),
  disposition: v.fallback(v.optional(v.picklist(dispositions)), undefined),
  region: v.fallback(v.optional(uuid), undefined),
  theme: v.fallback(v.optional(v.union([v.literal('none'), uuid])), undefined),
  lacking: v.fallback(v.optional(v.literal('missing')), undefined),
  round: v.fallback(v.optional(wholeNumber()), undefined),
  after: v.fallback(v.optional(wholeNumber()), undefined)
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const { region, theme, after, ...filter } = v.parse(asked, Object.fromEntries(url.searchParams));
  const round = filter.round ?? document.round;
  const inRound = { id: document.id, round };
  const { inputs, next } = await listInputs(context, document, {
    filter: { ...filter, round, regionId: region, themeId: theme },
    cursor: after
  });
  return {
    inputs,
    next,
    round,
    chosen: { ...filter, round: undefined, region, theme },
    tally: await tallyInputs(context, inRound),
    publishedAt: await findPublication(context, inRound),
    regions: await listRegions(context),
    themes: await listThemeNames(context, inRound),
    base: `/documents/${document.slug}`
  };
};
