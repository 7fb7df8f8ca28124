import { desc, eq } from 'drizzle-orm';
import { footnoteId } from '#lib/domain/document/blocks/footnote.ts';
import { markPassages, type QuotedRange } from '#lib/domain/document/quote/passages.ts';
import type { RegionChange, DebateBlock, ThreadList, Thread } from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import { callForInput } from '../../database/tables/index.ts';
import { readVersion } from '../../text/versions.ts';
import { changesByBlock } from './changes.ts';
import { findLatestCorrections } from '../../text/passage-corrections.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import { likesByBlock, readDebate, type Wish } from './comments.ts';
import { countByPlace, type PlaceCounts } from '../../text/comment-counts.ts';
import { threadsByPlace } from './threads.ts';

export type Reading = {
  version: { number: number; publishedAt: Date; note: string };
  blocks: DebateBlock[];
  whole: ThreadList;
  /** What was said of paragraphs that are gone from this version. */
  gone: ThreadList;
};

/** What is read of a document: which version (the newest where null), and whether with its debate. */
export type ReadingWish = Wish & { version: number | null; withDebate: boolean };

/**
 * A version with its debate: eight queries, however much is said, and one less for the first. Refuses with notFound a version
 * that is not there. The document must be one that the viewer may read.
 */
export async function readText(
  context: Context,
  documentId: string,
  wish: ReadingWish
): Promise<Reading> {
  const { blocks, ...version } = await readVersion(context, documentId, wish.version ?? undefined);
  const { number, publishedAt, note } = version;
  const told = wish.withDebate
    ? await readAround(context, documentId, { ...version, blocks }, wish)
    : silence;
  return {
    version: { number, publishedAt, note },
    blocks: blocks.map((block) => {
      const { blockId, position, kind, level, marker, text } = block;
      return {
        ...{ blockId, position, kind, level, marker, text, number: block.number },
        alias: kind === 'footnote' ? footnoteId(marker) : null,
        html: markPassages(block.html, text, told.passages.get(blockId) ?? []),
        ...(told.likes.get(blockId) ?? { likes: 0, liked: false }),
        threadList: talkAt(told, blockId),
        changes: told.changes.get(blockId) ?? []
      };
    }),
    whole: talkAt(told, 'whole'),
    gone: talkAt(told, 'gone')
  };
}

type Told = {
  counts: Map<string, PlaceCounts>;
  likes: Awaited<ReturnType<typeof likesByBlock>>;
  threads: Map<string, Thread[]>;
  changes: Map<string, RegionChange[]>;
  passages: Map<string, QuotedRange[]>;
};

const silence: Told = {
  counts: new Map(),
  likes: new Map(),
  threads: new Map(),
  changes: new Map(),
  passages: new Map()
};

async function readAround(
  context: Context,
  documentId: string,
  version: Awaited<ReturnType<typeof readVersion>>,
  wish: Wish
): Promise<Told> {
  const texts = new Map(version.blocks.map(({ blockId, text }) => [blockId, text]));
  const [places, corrections, likes, changes] = await Promise.all([
    readBlockHistory(context, documentId, version.number),
    findLatestCorrections(context, documentId, version.number),
    likesByBlock(context, documentId),
    changesByBlock(context, version)
  ]);
  const counts = await countByPlace(context, documentId, places, corrections);
  const rows = await readDebate(context, documentId, { places, corrections, counts }, wish);
  const textOf = (blockId: string) => texts.get(blockId) ?? '';
  const threads = threadsByPlace(rows, { places, textOf, corrections });
  return { counts, likes, threads, changes, passages: passagesOf(threads) };
}

function talkAt({ counts, threads }: Told, place: string): ThreadList {
  return {
    ...(counts.get(place) ?? { threadCount: 0, commentCount: 0 }),
    shown: threads.get(place) ?? []
  };
}

/** The passages that comments are about, by the block where they are found. */
function passagesOf(threads: Map<string, Thread[]>): Map<string, QuotedRange[]> {
  const passages = new Map<string, QuotedRange[]>();
  for (const { first } of [...threads.values()].flat()) {
    const { id, quote } = first;
    if (quote?.status !== 'found' || !quote.at) continue;
    const { blockId, start, end } = quote.at;
    passages.set(blockId, [...(passages.get(blockId) ?? []), { start, end, id }]);
  }
  return passages;
}

/** What ideas were called for, and what has been said to it, of a document that has no text yet. */
export async function readIdeas(
  context: Context,
  documentId: string,
  wish: Wish
): Promise<ThreadList & { callHtml: string | null }> {
  const places = { number: 0, currentIds: new Map(), removedIds: [], fateOf: noFate };
  const [call] = await context.database
    .select({ html: callForInput.html })
    .from(callForInput)
    .where(eq(callForInput.documentId, documentId))
    .orderBy(desc(callForInput.round))
    .limit(1);
  const counts = await countByPlace(context, documentId, places, new Map());
  const corrections = new Map();
  const rows = await readDebate(context, documentId, { places, corrections, counts }, wish);
  const shown = threadsByPlace(rows, null).get('whole') ?? [];
  const count = counts.get('whole') ?? { threadCount: 0, commentCount: 0 };
  return { ...count, shown, callHtml: call?.html ?? null };
}

const noFate = () => ({ fate: 'unchanged' as const, at: [] });
