import * as v from 'valibot';
import { mayEnterMeetings } from '#lib/domain/hearing/permissions.ts';
import { buildSynopsis, countWishes, findWantedPlaces } from '#lib/domain/hearing/synopsis.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { readVersion } from '../../text/versions.ts';
import { listMeetings, listRounds, takesMeetings } from './meetings.ts';
import { listRewrites, type RewriteReading } from './rewrites.ts';
import { pageOfSynopsis } from './synopsis.ts';

/** The round and the filter in the page's address; a value that is not understood is left out. */
const askedQuery = v.object({
  round: v.fallback(v.optional(wholeNumber(1)), undefined),
  show: v.fallback(v.optional(v.literal('changed')), undefined)
});

/**
 * Returns a page of the synopsis of a round, by default of the last that has a hearing, with the
 * round's meetings; `heard` is null if no round has a hearing. Throws as readDocument does.
 */
export async function readSynopsisPage(
  context: Context,
  slug: string,
  query: URLSearchParams,
  asked: PageAsked
) {
  const { round, show } = v.parse(askedQuery, Object.fromEntries(query));
  const document = await readDocument(context, slug);
  const rounds = await listRounds(context, document.id);
  const heard = rounds.find((each) => each.round === round) ?? rounds.at(-1) ?? null;
  if (!heard) return { heard };
  const [{ blocks }, rewrites, meetings] = await Promise.all([
    readVersion(context, document.id, heard.versionNumber),
    listRewrites(context, document, heard.round),
    listMeetings(context, heard.id)
  ]);
  const onlyChanged = show === 'changed';
  const { lines, ...tally } = linesOf(blocks, rewrites, onlyChanged);
  return {
    heard,
    rounds: rounds.map((each) => each.round),
    onlyChanged,
    ...tally,
    total: blocks.length,
    ...pageOfSynopsis(lines, rewrites, asked),
    meetings: meetings.map(({ minutes: _, minutesHtml: __, ...meeting }) => meeting),
    mayEnter: takesMeetings(context, document) && mayEnterMeetings(context.viewer, document)
  };
}

type Line = Awaited<ReturnType<typeof readVersion>>['blocks'][number];

/**
 * Returns the blocks with their cells, all or those that a rewrite changes, and how many blocks are
 * changed by how many regions.
 */
function linesOf(blocks: readonly Line[], rewrites: RewriteReading[], onlyChanged: boolean) {
  const idsOf = (of: readonly { blockId: string }[]) => of.map(({ blockId }) => blockId);
  const cells = buildSynopsis(
    idsOf(blocks),
    rewrites.map(({ rows, considered }) => ({ rows, considered: idsOf(considered) }))
  );
  const { regions, changed, regionsByBlock } = countWishes(
    cells,
    rewrites.map(({ region }) => region.id)
  );
  const places = onlyChanged
    ? findWantedPlaces(blocks, regionsByBlock)
    : blocks.map((_, place) => place);
  const lines = places.map((place) => ({ ...lineOf(blocks[place]!), cells: cells[place]! }));
  return { lines, regions, changed };
}

const lineOf = ({ blockId, number, kind, level, marker, html }: Line) => ({
  ...{ blockId, number, kind, level, marker, html }
});
