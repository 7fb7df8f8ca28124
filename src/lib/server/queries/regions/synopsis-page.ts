import { asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { rowComparer } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import { mayEnterMeetings } from '#lib/domain/hearing/permissions.ts';
import {
  buildSynopsis,
  countWishes,
  findWantedPlaces,
  type SynopsisCell
} from '#lib/domain/hearing/synopsis.ts';
import { cutPages, type PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { hearing, version } from '../../database/tables/index.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { readVersion } from '../../text/versions.ts';
import { listMeetingSummaries, takesMeetings } from './meetings.ts';
import { listRewrites, type Rewrite } from './rewrites.ts';

/** The round and the filter in the page's address; a value that is not understood is left out. */
const askedQuery = v.object({
  round: v.fallback(v.optional(wholeNumber(1)), undefined),
  show: v.fallback(v.optional(v.literal('changed')), undefined)
});

/**
 * Returns a page of the synopsis of a round, by default of the last that has a hearing, with the
 * round's meetings; `hearing` is null if no round has a hearing. Throws as readDocument does.
 */
export async function readSynopsisPage(
  context: Context,
  slug: string,
  query: URLSearchParams,
  asked: PageAsked
) {
  const { round, show } = v.parse(askedQuery, Object.fromEntries(query));
  const document = await readDocument(context, slug);
  const hearings = await listHearings(context, document.id);
  const shown = hearings.find((each) => each.round === round) ?? hearings.at(-1) ?? null;
  if (!shown) return { hearing: shown };
  const [{ blocks }, rewrites, meetings] = await Promise.all([
    readVersion(context, document.id, shown.versionNumber),
    listRewrites(context, document, shown.round),
    listMeetingSummaries(context, shown.id)
  ]);
  const onlyChanged = show === 'changed';
  const { lines, ...tally } = linesOf(blocks, rewrites, onlyChanged);
  return {
    hearing: shown,
    rounds: hearings.map((each) => each.round),
    onlyChanged,
    ...tally,
    total: blocks.length,
    ...cutSynopsis(lines, rewrites, asked),
    meetings,
    mayEnter: takesMeetings(context, document) && mayEnterMeetings(context.viewer, document)
  };
}

/** Returns the document's hearings, each with its round and its version, by round. */
function listHearings({ database }: Context, documentId: string) {
  return database
    .select({
      id: hearing.id,
      round: hearing.round,
      versionId: hearing.versionId,
      versionNumber: version.number
    })
    .from(hearing)
    .innerJoin(version, eq(version.id, hearing.versionId))
    .where(eq(hearing.documentId, documentId))
    .orderBy(asc(hearing.round));
}

type VersionBlock = Awaited<ReturnType<typeof readVersion>>['blocks'][number];

/**
 * Returns the blocks with their cells, all or only those that a rewrite changes, and the numbers of
 * changed blocks and of the regions that change them.
 */
function linesOf(blocks: readonly VersionBlock[], rewrites: Rewrite[], onlyChanged: boolean) {
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

const lineOf = ({ blockId, number, kind, level, marker, html }: VersionBlock) => ({
  ...{ blockId, number, kind, level, marker, html }
});

/** A block of the version with a cell for each rewrite. */
type SynopsisLine = { html: string; cells: readonly SynopsisCell[] };

/** About how many bytes the tags of a line, of a cell and of a change in it take. */
const tagBytes = { line: 500, cell: 200, change: 500 };

/**
 * Returns a page of the synopsis: its lines, and a column for each rewrite with the changes in them
 * by their places. Only the words of those changes are compared.
 */
function cutSynopsis<Line extends SynopsisLine>(
  lines: readonly Line[],
  rewrites: readonly Rewrite[],
  asked: PageAsked
) {
  const columns = rewrites.map(toColumn);
  const weigh = ({ html, cells }: Line) =>
    cells.reduce(
      (sum, cell, column) =>
        sum +
        tagBytes.cell +
        changesIn(cell).reduce((all, at) => all + columns[column]!.weigh(at), 0),
      tagBytes.line + html.length
    );
  const page = cutPages(lines.map((line) => ({ counts: true, bytes: weigh(line) }))).at(asked);
  const rows = lines.slice(page.start, page.end);
  const shownColumns = columns.map(({ show }, column) =>
    show(new Set(rows.flatMap(({ cells }) => changesIn(cells[column]!))))
  );
  return { page, rows, columns: shownColumns };
}

/** Returns the places, among a rewrite's changes, of those in a cell. */
const changesIn = ({ change, insertedBefore, insertedAfter }: SynopsisCell): number[] => [
  ...insertedBefore,
  ...(change === null ? [] : [change]),
  ...insertedAfter
];

/** Returns how many bytes a change of the rewrite takes, and the column that shows some of them. */
function toColumn({ id, region, meeting, sections, changes, considered, blocks, rows }: Rewrite) {
  const texts = { from: considered, to: blocks.filter(({ isRemark }) => !isRemark) };
  const changed = rows.filter(({ relation }) => relation !== 'unchanged');
  const compareWords = rowComparer(texts);
  return {
    weigh: (at: number) =>
      tagBytes.change + weightOf(changed[at]!, texts) + (changes[at]?.reason.length ?? 0),
    show: (shown: ReadonlySet<number>) => ({
      ...{ id, region, meeting, isPartial: sections !== null, count: changes.length },
      changes: Object.fromEntries(
        [...shown].map((at) => {
          const { reason, likes, number } = changes[at]!;
          const row = changed[at]!;
          const from = row.from.map((place) => {
            const { blockId, number } = considered[place]!;
            return { blockId, number };
          });
          return [at, { reason, likes, number, compared: compareWords(row), from }];
        })
      )
    })
  };
}
