import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import { type ComparedRow, rowComparer } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import { listEntries } from '#lib/domain/hearing/rewrite-pages.ts';
import { type IdentityQuestion, askIdentity } from '#lib/domain/hearing/identity-questions.ts';
import { cutPages, maxChoices, nearest, type Page, type PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { countByPlace } from '../../text/comment-counts.ts';
import type { parseDraft } from '../../text/drafts.ts';
import { findLatestCorrections } from '../../text/passage-corrections.ts';
import { readBlockHistory } from '../../text/block-history.ts';
import type { readVersion } from '../../text/versions.ts';

/** A row of the alignment that a question is about, with its texts and the comments on its old paragraphs. */
export type AskedRow = IdentityQuestion & {
  row: ComparedRow;
  /** Its number among the changes. */
  change: number;
  from: { number: number | null; html: string }[];
  comments: number;
  /** What a removed paragraph may have become: the nearest new paragraphs of the draft. */
  inserted: { place: number; text: string }[];
};

/** A page of questions. */
export type QuestionPage = {
  rows: AskedRow[];
  page: Page;
  /** Whether there are more new paragraphs than can be chosen among. */
  isCut: boolean;
  /** The text of each paragraph of the last version on the page, by its place. */
  fromTexts: Record<number, string>;
};

type Version = Awaited<ReturnType<typeof readVersion>>;
type Draft = {
  blocks: ReturnType<typeof parseDraft>;
  rows: readonly Row[];
  corrections: Corrections;
};

/** The characters of a choice that are shown, and about how many bytes a choice takes. */
const maxChoiceLength = 100;
const choiceBytes = 130;
/** About how many bytes the fields of a question take. */
const questionBytes = 2000;

/**
 * Returns a page of the questions that are asked before the draft is published: which paragraphs of
 * the latest version became which of the draft.
 */
export async function listQuestions(
  context: Context,
  latest: Version,
  draft: Draft,
  asked: PageAsked
): Promise<QuestionPage> {
  const { questions, inserted } = questionsOf(latest, draft, await countComments(context, latest));
  const texts = { from: latest.blocks, to: draft.blocks };
  const page = cutPages(weigh(questions, inserted, texts)).at(asked);
  const shown = questions.slice(page.start, page.end);
  const compareWords = rowComparer(texts);
  return {
    rows: shown.map(({ row, change, from, comments, question }) => ({
      ...question,
      ...{ row: compareWords(row), change: change!, comments },
      from: from.map(({ number, html }) => ({ number, html })),
      inserted: question.asks === 'became' ? choicesFor(change!, inserted) : []
    })),
    page,
    isCut: inserted.length > maxChoices,
    fromTexts: Object.fromEntries(
      shown.flatMap(({ row }) => row.from.map((place) => [place, latest.blocks[place]!.text]))
    )
  };
}

/** Returns how many comments there are at each block of the version, by its id. */
async function countComments(
  context: Context,
  { documentId, number }: Version
): Promise<Map<string, number>> {
  const [places, corrections] = await Promise.all([
    readBlockHistory(context, documentId, number),
    findLatestCorrections(context, documentId, number)
  ]);
  const counts = await countByPlace(context, documentId, places, corrections);
  return new Map([...counts].map(([place, { commentCount: comments }]) => [place, comments]));
}

type Question = ReturnType<typeof questionsOf>['questions'][number];
type Changed = ReturnType<typeof questionsOf>['inserted'][number];

/** Returns the questions about the changes, and the changes that insert a paragraph. */
function questionsOf(
  latest: Version,
  { blocks, rows, corrections }: Draft,
  counts: ReadonlyMap<string, number>
) {
  const placed = blocks.map((block, position) => ({ ...block, position, isRemark: false }));
  const entries = listEntries({ considered: latest.blocks, blocks: placed, rows });
  const changed = entries.flatMap((each) =>
    each.type === 'row' && each.change !== null ? [each] : []
  );
  const inserted = changed.filter(({ row }) => row.relation === 'inserted');
  const hasInserted = inserted.length > 0;
  const questions = changed.flatMap((entry) => {
    const comments = entry.from.reduce((sum, { blockId }) => sum + (counts.get(blockId) ?? 0), 0);
    const question = askIdentity(entry, corrections, { comments, hasInserted });
    return question ? [{ ...entry, question, comments }] : [];
  });
  return { questions, inserted };
}

function weigh(
  questions: readonly Question[],
  inserted: readonly Changed[],
  texts: Parameters<typeof weightOf>[1]
) {
  const choices = Math.min(inserted.length, maxChoices) * choiceBytes;
  return questions.map(({ row, question }) => ({
    counts: true,
    bytes: 2 * weightOf(row, texts) + questionBytes + (question.asks === 'became' ? choices : 0)
  }));
}

/** Returns the inserted paragraphs that are nearest to the change of that number. */
const choicesFor = (change: number, inserted: readonly Changed[]) =>
  nearest(inserted, inserted.findLastIndex((each) => each.change! < change) + 1).map(
    ({ to: [block] }) => ({
      place: block!.position,
      text: block!.text.slice(0, maxChoiceLength)
    })
  );
