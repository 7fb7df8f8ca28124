import { eq } from 'drizzle-orm';
import { align, CorrectionRefused, type Row } from '#lib/domain/document/index.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { rowComparer, type ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import { layBeside } from '#lib/domain/hearing/aligned.ts';
import { questionOf, type IdentityQuestion } from '#lib/domain/hearing/identity-questions.ts';
import { refuseUnlessWritable } from '#lib/domain/hearing/lifecycle.ts';
import { answerPairings, type PairingAnswers } from '#lib/domain/hearing/pairings.ts';
import { cutPages, mostChoices, nearest, type Page, type PageAsked } from '#lib/domain/paging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { countByPlace } from '../../text/comment-counts.ts';
import { lastCorrections } from '../../text/passage-corrections.ts';
import { findPlaces } from '../../text/places.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { draft } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { blocksOf } from '../../text/draft-blocks.ts';
import { readVersion } from '../../text/versions.ts';

/** A row that a person is asked about, with its texts and how much is said at its old paragraphs. */
export type AskedRow = IdentityQuestion & {
  row: ComparedRow;
  /** Its place among the changes. */
  change: number;
  from: { number: number | null; html: string }[];
  comments: number;
  /** What a paragraph that was taken out may have become: the nearest of what is new in the draft. */
  inserted: { place: number; text: string }[];
};

/** A page of what is asked. */
export type IdentityAsked = {
  rows: AskedRow[];
  page: Page;
  /** There is more that is new than can be chosen among. */
  isCut: boolean;
  /** The texts of the page's old paragraphs by their places, for naming those said to be different. */
  before: Record<number, string>;
};

type Before = Awaited<ReturnType<typeof readVersion>>;
type Draft = {
  blocks: ReturnType<typeof blocksOf>;
  rows: readonly Row[];
  corrections: Corrections;
};

/** More than a choice shows of its text, and about what it weighs on the page. */
const shownOfChoice = 100;
const choiceWeight = 130;
/** About what the fields of a question weigh. */
const questionWeight = 2000;

/** What is asked before the draft is published: which paragraphs of the latest version live on. */
export async function askOfIdentity(
  context: Context,
  before: Before,
  { blocks, rows, corrections }: Draft,
  asked: PageAsked
): Promise<IdentityAsked> {
  const said = await countSaid(context, before);
  const placed = blocks.map((block, position) => ({ ...block, position, isRemark: false }));
  const laid = layBeside({ considered: before.blocks, blocks: placed, rows });
  const changed = laid.flatMap((each) =>
    each.type === 'row' && each.change !== null ? [each] : []
  );
  const inserted = changed.filter(({ row }) => row.relation === 'inserted');
  const questions = changed.flatMap((entry) => {
    const comments = entry.from.reduce((sum, { blockId }) => sum + (said.get(blockId) ?? 0), 0);
    const hasInserted = inserted.length > 0;
    const question = questionOf(entry, corrections, { comments, hasInserted });
    return question ? [{ ...entry, question, comments }] : [];
  });
  const texts = { from: before.blocks, to: blocks };
  const choices = Math.min(inserted.length, mostChoices) * choiceWeight;
  const weighed = questions.map(({ row, question }) => ({
    counts: true,
    bytes: 2 * weightOf(row, texts) + questionWeight + (question.asks === 'became' ? choices : 0)
  }));
  const page = cutPages(weighed).at(asked);
  const compareWords = rowComparer(texts);
  const own = questions.slice(page.start, page.end);
  const choiceOf = ({ to: [block] }: (typeof inserted)[number]) => ({
    place: block!.position,
    text: block!.text.slice(0, shownOfChoice)
  });
  return {
    rows: own.map(({ row, change, from, comments, question }) => ({
      ...question,
      ...{ row: compareWords(row), change: change!, comments },
      from: from.map(({ number, html }) => ({ number, html })),
      inserted:
        question.asks === 'became'
          ? nearest(inserted, inserted.findLastIndex((each) => each.change! < change!) + 1).map(
              choiceOf
            )
          : []
    })),
    page,
    isCut: inserted.length > mostChoices,
    before: Object.fromEntries(
      own.flatMap(({ row }) => row.from.map((place) => [place, before.blocks[place]!.text]))
    )
  };
}

/** How much is said at each block of the version. */
async function countSaid(
  context: Context,
  { documentId, number }: Before
): Promise<Map<string, number>> {
  const [places, corrections] = await Promise.all([
    findPlaces(context, documentId, number),
    lastCorrections(context, documentId, number)
  ]);
  const counts = await countByPlace(context, documentId, places, corrections);
  return new Map([...counts].map(([place, { comments }]) => [place, comments]));
}

/**
 * Keeps what the working group says of the draft at `revision`: the old paragraphs by their places
 * in the latest version, the new by theirs in the draft. Refuses with stale a draft that has been
 * saved since, and places that are not in the texts.
 */
export async function answerIdentity(
  context: Context,
  documentId: string,
  { revision, answers }: { revision: number; answers: PairingAnswers }
) {
  await inTransaction(context, async (inside) => {
    const { database } = inside;
    const held = await lockForWork(inside, documentId);
    refuseUnlessWritable(held.state);
    const [writing] = await database.select().from(draft).where(eq(draft.documentId, documentId));
    if (writing?.revision !== revision) throw new Refusal('stale');
    const corrections = answerPairings(writing.corrections, answers);
    const before = await readVersion(inside, documentId);
    refuseUnlessFitting(before, blocksOf(writing.markdown), corrections);
    await database.update(draft).set({ corrections }).where(eq(draft.documentId, documentId));
  });
}

/** Answers to another text than this one contradict it. */
function refuseUnlessFitting(before: Before, blocks: Draft['blocks'], corrections: Corrections) {
  try {
    align(before.blocks, blocks, { corrections });
  } catch (thrown) {
    if (thrown instanceof CorrectionRefused) throw new Refusal('stale');
    throw thrown;
  }
}
