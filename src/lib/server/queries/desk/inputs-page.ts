import * as v from 'valibot';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import { dispositions, inputKinds } from '#lib/domain/hearing/enums.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { uuid, wholeNumber } from '../../formats/fields.ts';
import { countInputs } from '../../hearing/inputs/backlog.ts';
import { listInputs, readInput } from '../../hearing/inputs/list.ts';
import { listRegions } from '../../hearing/parties.ts';
import { findPublication } from '../../hearing/answers.ts';
import { listThemes } from '../../hearing/themes.ts';

/** The filter and the cursor in the page's address; a value that is not understood is left out. */
const askedQuery = v.object({
  kind: v.fallback(v.optional(v.picklist(inputKinds)), undefined),
  disposition: v.fallback(v.optional(v.picklist(dispositions)), undefined),
  region: v.fallback(v.optional(uuid), undefined),
  theme: v.fallback(v.optional(v.union([v.literal('none'), uuid])), undefined),
  lacking: v.fallback(v.optional(v.literal('missing')), undefined),
  round: v.fallback(v.optional(wholeNumber()), undefined),
  after: v.fallback(v.optional(wholeNumber()), undefined)
});

/** Returns the public page of a document's inputs that the query filters. Throws as readDocument does. */
export async function readInputsPage(context: Context, slug: string, query: URLSearchParams) {
  const document = await readDocument(context, slug);
  const { region, theme, after, ...chosen } = v.parse(askedQuery, Object.fromEntries(query));
  const round = chosen.round ?? document.round;
  const inRound = { id: document.id, round };
  const filter = { ...chosen, round, regionId: region, themeId: theme };
  const publishedAt = await findPublication(context, inRound);
  const seesThemes = maySeeUnpublishedAnswers(context.viewer, inRound) || publishedAt !== null;
  const themes = seesThemes ? await listThemes(context, inRound) : [];
  return {
    ...(await listInputs(context, document, { filter, cursor: after })),
    round,
    chosen: { ...chosen, round: undefined, region, theme },
    tally: await countInputs(context, inRound),
    publishedAt,
    regions: await listRegions(context),
    themes: themes.map(({ id, title }) => ({ id, title })),
    base: `/documents/${document.slug}`
  };
}

/** Returns the page of one input. Throws as readDocument and readInput do. */
export async function readInputPage(context: Context, slug: string, number: number | null) {
  if (number === null) throw new Refusal('notFound');
  const document = await readDocument(context, slug);
  return { input: await readInput(context, document, number), base: `/documents/${slug}` };
}
