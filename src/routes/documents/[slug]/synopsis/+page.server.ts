import { mayEnterMeetings } from '#lib/domain/hearing/permissions.ts';
import { findWantedPlaces, buildSynopsis, countWishes } from '#lib/domain/hearing/synopsis.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { show } from '#lib/server/http/answering.ts';
import { listMeetings, listRounds, takesMeetings } from '#lib/server/queries/regions/meetings.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import { listRewrites } from '#lib/server/queries/regions/rewrites.ts';
import { pageOfSynopsis } from '#lib/server/queries/regions/synopsis.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readDocument(context, params.slug));
  const hearings = await listRounds(context, document.id);
  const asked = Number(url.searchParams.get('round'));
  const heard = hearings.find(({ round }) => round === asked) ?? hearings.at(-1) ?? null;
  if (!heard) return { heard: null };
  const [{ blocks }, rewrites, meetings] = await Promise.all([
    readVersion(context, document.id, heard.versionNumber),
    listRewrites(context, document, heard.round),
    listMeetings(context, heard.id)
  ]);
  const cells = buildSynopsis(
    blocks.map(({ blockId }) => blockId),
    rewrites.map(({ rows, considered }) => ({
      rows,
      considered: considered.map(({ blockId }) => blockId)
    }))
  );
  const { regions, changed, regionsByBlock } = countWishes(
    cells,
    rewrites.map(({ region }) => region.id)
  );
  const onlyChanged = url.searchParams.get('show') === 'changed';
  const places = onlyChanged
    ? findWantedPlaces(blocks, regionsByBlock)
    : blocks.map((_, place) => place);
  const lines = places.map((place) => ({ ...lineOf(blocks[place]!), cells: cells[place]! }));
  return {
    heard,
    rounds: hearings.map(({ round }) => round),
    onlyChanged,
    regions,
    changed,
    total: blocks.length,
    ...pageOfSynopsis(lines, rewrites, pageAsked(url)),
    meetings: meetings.map(({ minutes: _, minutesHtml: __, ...meeting }) => meeting),
    mayEnter: takesMeetings(context, document) && mayEnterMeetings(context.viewer, document)
  };
};

const lineOf = ({ blockId, number, kind, level, marker, html }: Line) => ({
  ...{ blockId, number, kind, level, marker, html }
});

type Line = Awaited<ReturnType<typeof readVersion>>['blocks'][number];
