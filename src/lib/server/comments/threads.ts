import { locateQuote } from '#lib/domain/document/quote/anchor.ts';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import type { Thread, Said, SaidQuote, SaidFate } from '#lib/domain/hearing/said.ts';
import { excerpt } from '#lib/domain/document/comparison/excerpt.ts';
import type { Places } from './places.ts';
import type { SaidRow } from './select.ts';

/** The text of each block of the version shown, by its id. */
export type TextOf = (blockId: string) => string;

/** The rows as threads by the place they stand at, each comment with what became of its text. */
export function threadsByPlace(
  rows: readonly SaidRow[],
  places: Places | null,
  textOf: TextOf
): Map<string, Thread[]> {
  const threads = new Map<string, Thread>();
  const byPlace = new Map<string, Thread[]>();
  const depths = new Map<string, number>();
  for (const row of rows) {
    const depth = row.parentId === null ? 0 : (depths.get(row.parentId) ?? 0) + 1;
    depths.set(row.id, depth);
    const said = saidOf(row, depth, places, textOf);
    const thread = threads.get(row.root);
    if (thread) thread.replies.push(said);
    else {
      const begun = { first: said, replies: [], repliesInAll: row.replies };
      threads.set(row.root, begun);
      byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), begun]);
    }
  }
  for (const thread of threads.values()) thread.replies = inReadingOrder(thread);
  return byPlace;
}

/** Each reply after the one it answers, and those of one comment in the order they were written. */
function inReadingOrder({ first, replies }: Thread): Said[] {
  const below = Map.groupBy(replies, ({ parentId }) => parentId);
  const after = (id: string): Said[] =>
    (below.get(id) ?? []).flatMap((reply) => [reply, ...after(reply.id)]);
  return after(first.id);
}

function saidOf(row: SaidRow, depth: number, places: Places | null, textOf: TextOf): Said {
  const isFirst = depth === 0;
  const fate = places && isFirst ? fateOf(row, places) : null;
  const { voice, voiceRegion, isWorkingGroup } = row;
  const speaksForRegion = voice === 'region' && voiceRegion !== null;
  return {
    id: row.id,
    parentId: row.parentId,
    depth,
    name: speaksForRegion ? voiceRegion : row.authorName,
    writtenBy: speaksForRegion ? row.authorName : null,
    from: speaksForRegion ? null : row.regionName,
    voice: speaksForRegion ? 'region' : (voice ?? (isWorkingGroup ? 'workingGroup' : 'member')),
    kind: row.kind,
    at: row.createdAt,
    isEdited: row.editedAt !== null,
    html: row.html,
    tail: row.tail ?? '',
    quote: isFirst && row.quote && row.html !== null ? quoteOf(row, places, textOf) : null,
    wording:
      row.wording === null
        ? null
        : excerpt(wordDiff(row.quote?.exact ?? row.blockText ?? '', row.wording)),
    isOwn: row.isOwn,
    isWithdrawn: row.isWithdrawn,
    hiddenBecause: row.hiddenBecause,
    likes: row.likes,
    liked: row.liked,
    answer:
      row.disposition === null
        ? null
        : { disposition: row.disposition, html: row.answerHtml ?? '', referredTo: row.referredTo },
    fate
  };
}

function fateOf(row: SaidRow, places: Places): SaidFate | null {
  const { blockId, versionNumber, blockNumber } = row;
  if (blockId === null || versionNumber === null || versionNumber === places.number) return null;
  const { fate, at } = places.fateOf(blockId, versionNumber);
  const oldText = fate === 'removed' ? row.blockText : null;
  return { fate, at: [...at], versionNumber, blockNumber, oldText };
}

function quoteOf(row: SaidRow, places: Places | null, textOf: TextOf): SaidQuote {
  const quote = row.quote!;
  const { blockId, versionNumber, blockText } = row;
  const nowhere = { exact: quote.exact, status: 'lost' as const, at: null };
  if (!places) return { exact: quote.exact, status: 'found', at: null };
  if (blockId === null || versionNumber === null) return nowhere;
  if (
    versionNumber === places.number &&
    textOf(blockId).slice(quote.start, quote.end) === quote.exact
  )
    return {
      exact: quote.exact,
      status: 'found',
      at: { blockId, start: quote.start, end: quote.end }
    };
  const { at } = places.fateOf(blockId, versionNumber);
  if (at.length === 0) return nowhere;
  const place = locateQuote(
    quote,
    at.map(textOf),
    blockText === null ? {} : { earlier: blockText }
  );
  if (place.status === 'lost') return nowhere;
  const { block, start, end } = place;
  return { exact: quote.exact, status: place.status, at: { blockId: at[block]!, start, end } };
}
