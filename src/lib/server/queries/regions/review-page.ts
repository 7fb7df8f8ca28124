import {
  listEntries,
  cutRewritePage,
  type ComparedEntry
} from '#lib/domain/hearing/rewrite-pages.ts';
import { withoutBrackets } from '#lib/domain/hearing/remarks.ts';
import { changeRelations } from '#lib/domain/hearing/enums.ts';
import { maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { maxChoices, nearest, type Page, type PageAsked } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { reasonField } from '../../text/review-fields.ts';
import {
  type DraftBlock,
  readRewrite,
  type RewriteReading,
  type RewrittenBlock
} from './rewrites.ts';

type Entry = ComparedEntry<DraftBlock, RewrittenBlock>;
type Changed = Extract<
  ReturnType<typeof listEntries<DraftBlock, RewrittenBlock>>[number],
  { type: 'row' }
>;

/** What the review says of all the changes, on whichever page they stand. */
export type ReviewSummary = {
  changes: number;
  unchanged: number;
  relations: { relation: (typeof changeRelations)[number]; count: number }[];
  /** How many the engine is unsure of, and the first of them, counted from 1. */
  unsure: { count: number; first: number[] };
  /** Those without a reason: all, those on other pages, and the next of those. */
  wordless: { count: number; elsewhere: number; next: number | null };
};

/** A paragraph that may be chosen, named by its first words. */
type Choice = { place: number; text: string };

/** As many links as can be taken in. */
const mostLinks = 20;
/** More than a choice shows of its text. */
const shownOfChoice = 100;
/** About what a choice weighs on the page. */
const choiceWeight = 130;

/**
 * Returns a rewrite that is not posted yet and the page of its review that is asked for; null if it
 * is posted, or if the viewer may not speak for its region. Throws as readDocument and readRewrite
 * do.
 */
export async function readReviewPage(
  context: Context,
  { slug, id }: { slug: string; id: string },
  asked: PageAsked
) {
  const document = await readDocument(context, slug);
  const reading = await readRewrite(context, document, id);
  const isOurs = maySpeakForRegion(context.viewer, document, reading.region.id);
  return reading.postedAt || !isOurs ? null : { reading, review: viewReview(reading, asked) };
}

/** Returns the page of a rewrite's review that is asked for, with what can be said of it. */
export function viewReview(reading: RewriteReading, asked: PageAsked) {
  const { considered, blocks, rows, changes, corrections } = reading;
  const text = { considered, blocks, rows };
  const laid = listEntries(text);
  const changed = laid.flatMap((each) =>
    each.type === 'row' && each.change !== null ? [each] : []
  );
  const inserted = changed.filter(({ row }) => row.relation === 'inserted');
  const choices = Math.min(inserted.length, maxChoices) * choiceWeight;
  const { entries, page } = cutRewritePage(text, laid, {
    asked,
    saidOf: (change) =>
      (changes[change]?.reason.length ?? 0) +
      (changed[change]?.row.relation === 'deleted' ? choices : 0)
  });
  const own = entries.filter((each) => each.type !== 'folded');
  const apart = corrections.apart ?? [];
  return {
    entries: own,
    page,
    /** The changes on the page, with the fields for their reasons, by their places among all. */
    changes: Object.fromEntries(
      changes
        .slice(page.first - 1, page.last)
        .map((each) => [each.position, { reason: each.reason, field: reasonField(each) }])
    ),
    became: choicesOf(own, inserted),
    isBecameCut: inserted.length > maxChoices,
    remarks: remarksOn(own, reading, changed),
    /** The places of the paragraphs that the page asks of whether they are remarks. */
    asked: askedOf(own),
    apart,
    together: corrections.together ?? [],
    /** The draft's paragraphs that somebody has said are not another. */
    parted: Object.fromEntries(apart.map(({ from }) => [from, considered[from]?.text ?? ''])),
    summary: summaryOf(reading, { changed, total: laid.filter(isRow).length, page })
  };
}

const isRow = ({ type }: { type: string }) => type === 'row';

/** What each deleted paragraph of the page may have become, by the places of the changes. */
function choicesOf(
  entries: readonly Entry[],
  inserted: readonly Changed[]
): Record<number, Choice[]> {
  const choices = inserted.flatMap(({ to: [block] }) =>
    block ? [{ place: block.position, text: block.text.slice(0, shownOfChoice) }] : []
  );
  return Object.fromEntries(
    entries.flatMap((entry) => {
      if (entry.type !== 'row' || entry.row.relation !== 'deleted' || entry.change === null)
        return [];
      const before = inserted.findLastIndex(({ change }) => change! < entry.change!);
      return [[entry.change, nearest(choices, before + 1)]];
    })
  );
}

/**
 * Of each remark on the page, by its place: the change that has its words as a reason already, from
 * 1, and the changes that it may be made the reason of.
 */
function remarksOn(
  entries: readonly Entry[],
  { changes }: RewriteReading,
  changed: readonly Changed[]
) {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      if (entry.type !== 'remark') return [];
      const words = withoutBrackets(entry.block.text);
      const used = changes.find(({ reason }) => reason.includes(words));
      const choices = nearest(changed, entry.change ?? 0).map(({ change, from, to }) => ({
        change: change!,
        from: from.map(({ number }) => ({ number })),
        text: ((from[0] ?? to[0])?.text ?? '').slice(0, shownOfChoice)
      }));
      return [[entry.block.position, { used: used ? used.position + 1 : null, choices }]];
    })
  );
}

/** Only what is a remark, or what is put in, is asked of. */
const askedOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => {
    if (entry.type === 'remark') return [String(entry.block.position)];
    const isInserted = entry.type === 'row' && entry.row.relation === 'inserted';
    return isInserted && entry.to[0] ? [String(entry.to[0].position)] : [];
  });

function summaryOf(
  { changes }: RewriteReading,
  { changed, total, page }: { changed: readonly Changed[]; total: number; page: Page }
): ReviewSummary {
  const byRelation = Map.groupBy(changed, ({ row }) => row.relation);
  const unsure = changed.filter(({ row }) => !row.sure).map(({ change }) => change! + 1);
  const wordless = changes.flatMap(({ reason, position }) => (reason.trim() ? [] : [position + 1]));
  const elsewhere = wordless.filter((change) => change < page.first || change > page.last);
  return {
    changes: changed.length,
    unchanged: total - changed.length,
    relations: changeRelations.flatMap((relation) => {
      const count = byRelation.get(relation)?.length ?? 0;
      return count > 0 ? [{ relation, count }] : [];
    }),
    unsure: { count: unsure.length, first: unsure.slice(0, mostLinks) },
    wordless: {
      count: wordless.length,
      elsewhere: elsewhere.length,
      next: elsewhere.find((change) => change > page.last) ?? elsewhere[0] ?? null
    }
  };
}
