import { and, desc, eq, sql } from 'drizzle-orm';
import { footnoteId } from '#lib/domain/document/blocks/footnote.ts';
import { markPassages, type QuotedRange } from '#lib/domain/document/quote/passages.ts';
import type { RegionChange, DebateBlock, ThreadList, Thread } from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import { block, callForInput, like } from '../../database/tables/index.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import { countByPlace, type PlaceCounts } from '../../text/comment-counts.ts';
import { findLatestCorrections } from '../../text/passage-corrections.ts';
import { readVersion } from '../../text/versions.ts';
import { readPlacedThreads, type ThreadsAsked } from './placed-threads.ts';
import { changesByBlock } from './region-changes.ts';
import { threadsByPlace } from './threads.ts';

/** A version's text with its debate. */
export type TextWithDebate = {
  version: { number: number; publishedAt: Date; note: string };
  blocks: DebateBlock[];
  /** The threads on the whole document. */
  whole: ThreadList;
  /** The threads on blocks that were removed before this version. */
  gone: ThreadList;
};

/** What an address asks to read: a version, null for the newest, and whether with its debate. */
export type TextAsked = ThreadsAsked & { version: number | null; withDebate: boolean };

/**
 * Returns a version with its debate, in at most eight queries. The viewer must be one who may read
 * the document. Throws Refusal('notFound') if there is no such version.
 */
export async function readTextWithDebate(
  context: Context,
  documentId: string,
  asked: TextAsked
): Promise<TextWithDebate> {
  const version = await readVersion(context, documentId, asked.version ?? undefined);
  const { number, publishedAt, note } = version;
  const debate = asked.withDebate
    ? await readDebate(context, documentId, version, asked)
    : emptyDebate;
  return {
    version: { number, publishedAt, note },
    blocks: version.blocks.map((block) => {
      const { blockId, position, kind, level, marker, text } = block;
      return {
        ...{ blockId, position, kind, level, marker, text, number: block.number },
        alias: kind === 'footnote' ? footnoteId(marker) : null,
        html: markPassages(block.html, text, debate.passages.get(blockId) ?? []),
        ...(debate.likes.get(blockId) ?? { likes: 0, liked: false }),
        threadList: threadListAt(debate, blockId),
        changes: debate.changes.get(blockId) ?? []
      };
    }),
    whole: threadListAt(debate, 'whole'),
    gone: threadListAt(debate, 'gone')
  };
}

/** The debate of a version: each by the id of its block, the first two by `whole` and `gone` too. */
type Debate = {
  counts: Map<string, PlaceCounts>;
  threads: Map<string, Thread[]>;
  likes: Map<string, BlockLikes>;
  changes: Map<string, RegionChange[]>;
  passages: Map<string, QuotedRange[]>;
};

const emptyDebate: Debate = {
  counts: new Map(),
  threads: new Map(),
  likes: new Map(),
  changes: new Map(),
  passages: new Map()
};

async function readDebate(
  context: Context,
  documentId: string,
  version: Awaited<ReturnType<typeof readVersion>>,
  asked: ThreadsAsked
): Promise<Debate> {
  const texts = new Map(version.blocks.map(({ blockId, text }) => [blockId, text]));
  const [places, corrections, likes, changes] = await Promise.all([
    readBlockHistory(context, documentId, version.number),
    findLatestCorrections(context, documentId, version.number),
    likesByBlock(context, documentId),
    changesByBlock(context, version)
  ]);
  const counts = await countByPlace(context, documentId, places, corrections);
  const found = { places, corrections, counts };
  const rows = await readPlacedThreads(context, documentId, found, asked);
  const textOf = (blockId: string) => texts.get(blockId) ?? '';
  const threads = threadsByPlace(rows, { places, textOf, corrections });
  return { counts, threads, likes, changes, passages: passagesByBlock(threads) };
}

type BlockLikes = { likes: number; liked: boolean };

/** Returns the likes of the document's blocks by their ids, and whether the viewer's is among them. */
async function likesByBlock(
  { database, viewer }: Context,
  documentId: string
): Promise<Map<string, BlockLikes>> {
  const rows = await database
    .select({
      blockId: block.id,
      likes: sql<number>`count(*)::int`,
      liked: viewer
        ? sql<boolean>`bool_or(${like.memberId} = ${viewer.id}::uuid)`
        : sql<boolean>`false`
    })
    .from(like)
    .innerJoin(block, eq(block.id, like.blockId))
    .where(and(eq(block.documentId, documentId)))
    .groupBy(block.id);
  return new Map(rows.map(({ blockId, ...likes }) => [blockId, likes]));
}

/** Returns the passages that comments are about by the block in which each is found. */
function passagesByBlock(threads: Map<string, Thread[]>): Map<string, QuotedRange[]> {
  const passages = new Map<string, QuotedRange[]>();
  for (const { first } of [...threads.values()].flat()) {
    const { id, quote } = first;
    if (quote?.status !== 'found' || !quote.at) continue;
    const { blockId, start, end } = quote.at;
    passages.set(blockId, [...(passages.get(blockId) ?? []), { start, end, id }]);
  }
  return passages;
}

const threadListAt = ({ counts, threads }: Debate, place: string): ThreadList => ({
  ...(counts.get(place) ?? { threadCount: 0, commentCount: 0 }),
  shown: threads.get(place) ?? []
});

/**
 * Returns the text of the last call for input, null if there is none, and the debate of a document
 * that has no version yet.
 */
export async function readIdeas(
  context: Context,
  documentId: string,
  asked: ThreadsAsked
): Promise<ThreadList & { callHtml: string | null }> {
  const [call] = await context.database
    .select({ html: callForInput.html })
    .from(callForInput)
    .where(eq(callForInput.documentId, documentId))
    .orderBy(desc(callForInput.round))
    .limit(1);
  const counts = await countByPlace(context, documentId, noBlocks, new Map());
  const found = { places: noBlocks, corrections: new Map(), counts };
  const rows = await readPlacedThreads(context, documentId, found, asked);
  const threads = threadsByPlace(rows, null);
  return {
    ...threadListAt({ ...emptyDebate, counts, threads }, 'whole'),
    callHtml: call?.html ?? null
  };
}

/** The history of a document without a version. */
const noBlocks = {
  number: 0,
  currentIds: new Map<string, string>(),
  removedIds: [],
  fateOf: () => ({ fate: 'unchanged' as const, at: [] })
};
