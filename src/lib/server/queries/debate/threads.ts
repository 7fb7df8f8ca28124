import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import type {
  Thread,
  DebateComment,
  CommentedBlockFate,
  CommentPassage
} from '#lib/domain/hearing/debate.ts';
import { excerpt } from '#lib/domain/document/comparison/excerpt.ts';
import type { PassageCorrection } from '../../text/passage-corrections.ts';
import type { BlockHistory } from '../../text/block-history.ts';
import type { SaidRow } from './select.ts';
import { locatePassage, type TextOf } from '../../text/passages.ts';

/** What the threads are placed in: a version, and what people have said of their passages in it. */
export type Placing = {
  places: BlockHistory;
  textOf: TextOf;
  corrections: Map<string, PassageCorrection>;
};

/** The rows as threads by the place they stand at, each comment with what became of its text. */
export function threadsByPlace(
  rows: readonly SaidRow[],
  placing: Placing | null
): Map<string, Thread[]> {
  const threads = new Map<string, Thread>();
  const byPlace = new Map<string, Thread[]>();
  const depths = new Map<string, number>();
  for (const row of rows) {
    const depth = row.parentId === null ? 0 : (depths.get(row.parentId) ?? 0) + 1;
    depths.set(row.id, depth);
    const said = saidOf(row, depth, placing);
    const thread = threads.get(row.root);
    if (thread) thread.replies.push(said);
    else {
      const begun = { first: said, replies: [], replyCount: row.replies };
      threads.set(row.root, begun);
      byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), begun]);
    }
  }
  for (const thread of threads.values()) thread.replies = inReadingOrder(thread);
  return byPlace;
}

/** Each reply after the one it answers, and those of one comment in the order they were written. */
function inReadingOrder({ first, replies }: Thread): DebateComment[] {
  const below = Map.groupBy(replies, ({ parentId }) => parentId);
  const after = (id: string): DebateComment[] =>
    (below.get(id) ?? []).flatMap((reply) => [reply, ...after(reply.id)]);
  return after(first.id);
}

function saidOf(row: SaidRow, depth: number, placing: Placing | null): DebateComment {
  const isFirst = depth === 0;
  const fate = placing && isFirst ? fateOf(row, placing.places) : null;
  const { voice, voiceRegion, isWorkingGroup } = row;
  const speaksForRegion = voice === 'region' && voiceRegion !== null;
  return {
    id: row.id,
    periodId: row.saidIn,
    parentId: row.parentId,
    depth,
    name: speaksForRegion ? voiceRegion : row.authorName,
    writtenBy: speaksForRegion ? row.authorName : null,
    authorRegion: speaksForRegion ? null : row.regionName,
    voice: speaksForRegion ? 'region' : (voice ?? (isWorkingGroup ? 'workingGroup' : 'member')),
    kind: row.kind,
    at: row.createdAt,
    isEdited: row.editedAt !== null,
    html: row.html,
    tail: row.tail ?? '',
    quote: isFirst && row.html !== null ? passageOf(row, placing) : null,
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

function fateOf(row: SaidRow, places: BlockHistory): CommentedBlockFate | null {
  const { blockId, versionNumber, blockNumber } = row;
  if (blockId === null || versionNumber === null || versionNumber === places.number) return null;
  const { fate, at } = places.fateOf(blockId, versionNumber);
  const oldText = fate === 'removed' ? row.blockText : null;
  return { fate, at: [...at], versionNumber, blockNumber, oldText };
}

function passageOf(row: SaidRow, placing: Placing | null): CommentPassage | null {
  const { quote } = row;
  if (!quote) return null;
  if (!placing) return { exact: quote.exact, status: 'found', at: null, correction: null };
  const { places, textOf, corrections } = placing;
  return locatePassage({ ...row, quote }, corrections.get(row.id) ?? null, places, textOf);
}
