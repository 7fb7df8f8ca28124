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
import type { CommentRow } from './comment-rows.ts';
import { locatePassage, type TextOf } from '../../text/passages.ts';

/** What places comments in a version: the history of its blocks, its texts, and corrected passages. */
export type Placement = {
  places: BlockHistory;
  textOf: TextOf;
  corrections: Map<string, PassageCorrection>;
};

/**
 * Returns the rows as threads by their place. If `placement` is not null, each first comment says what
 * became of its block and where its passage is.
 */
export function threadsByPlace(
  rows: readonly CommentRow[],
  placement: Placement | null
): Map<string, Thread[]> {
  const threads = new Map<string, Thread>();
  const byPlace = new Map<string, Thread[]>();
  const depths = new Map<string, number>();
  for (const row of rows) {
    const depth = row.parentId === null ? 0 : (depths.get(row.parentId) ?? 0) + 1;
    depths.set(row.id, depth);
    const comment = toComment(row, depth, placement);
    const thread = threads.get(row.root);
    if (thread) thread.replies.push(comment);
    else {
      const begun = { first: comment, replies: [], replyCount: row.replies };
      threads.set(row.root, begun);
      byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), begun]);
    }
  }
  for (const thread of threads.values()) thread.replies = inReadingOrder(thread);
  return byPlace;
}

/** Returns the replies with each after the comment it answers, and those to one comment by their age. */
function inReadingOrder({ first, replies }: Thread): DebateComment[] {
  const below = Map.groupBy(replies, ({ parentId }) => parentId);
  const after = (id: string): DebateComment[] =>
    (below.get(id) ?? []).flatMap((reply) => [reply, ...after(reply.id)]);
  return after(first.id);
}

function toComment(row: CommentRow, depth: number, placement: Placement | null): DebateComment {
  const isFirst = depth === 0;
  const { id, periodId, parentId, kind, html, isOwn, isWithdrawn, hiddenBecause } = row;
  return {
    ...{ id, periodId, parentId, depth, kind, html, isOwn, isWithdrawn, hiddenBecause },
    ...{ likes: row.likes, liked: row.liked, at: row.createdAt, tail: row.tail ?? '' },
    ...speakerOf(row),
    isEdited: row.editedAt !== null,
    quote: isFirst && html !== null ? passageOf(row, placement) : null,
    wording:
      row.wording === null
        ? null
        : excerpt(wordDiff(row.quote?.exact ?? row.blockText ?? '', row.wording)),
    answer:
      row.disposition === null
        ? null
        : { disposition: row.disposition, html: row.answerHtml ?? '', referredTo: row.referredTo },
    fate: placement && isFirst ? fateOf(row, placement.places) : null
  };
}

/** Returns whom a comment speaks for: a region, the working group or its author. */
function speakerOf({ voice, voiceRegion, isWorkingGroup, authorName, regionName }: CommentRow) {
  if (voice === 'region' && voiceRegion !== null)
    return { name: voiceRegion, writtenBy: authorName, authorRegion: null, voice };
  return {
    name: authorName,
    writtenBy: null,
    authorRegion: regionName,
    voice: voice ?? (isWorkingGroup ? ('workingGroup' as const) : ('member' as const))
  };
}

function fateOf(row: CommentRow, places: BlockHistory): CommentedBlockFate | null {
  const { blockId, versionNumber, blockNumber } = row;
  if (blockId === null || versionNumber === null || versionNumber === places.number) return null;
  const { fate, at } = places.fateOf(blockId, versionNumber);
  const oldText = fate === 'removed' ? row.blockText : null;
  return { fate, at: [...at], versionNumber, blockNumber, oldText };
}

function passageOf(row: CommentRow, placement: Placement | null): CommentPassage | null {
  const { quote } = row;
  if (!quote) return null;
  if (!placement) return { exact: quote.exact, status: 'found', at: null, correction: null };
  const { places, textOf, corrections } = placement;
  return locatePassage({ ...row, quote }, corrections.get(row.id) ?? null, places, textOf);
}
