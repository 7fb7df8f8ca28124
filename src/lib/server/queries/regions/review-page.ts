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
import { type DraftBlock, readRewrite, type Rewrite, type RewrittenBlock } from './rewrites.ts';

type Entry = ComparedEntry<DraftBlock, RewrittenBlock>;
type Changed = Extract<
  ReturnType<typeof listEntries<DraftBlock, RewrittenBlock>>[number],
  { type: 'row' }
>;

/** What the review says about all the changes, on every page. */
export type ReviewSummary = {
  changes: number;
  unchanged: number;
  relations: { relation: (typeof changeRelations)[number]; count: number }[];
  /** How many changes the alignment is not sure of, and the numbers of the first of them. */
  unsure: { count: number; first: number[] };
  /** The changes without a reason: all, those on other pages, and the number of the next of those. */
  withoutReason: { count: number; elsewhere: number; next: number | null };
};

/** An inserted paragraph to choose, with its first words. */
type Choice = { place: number; text: string };

/** The most links to uncertain changes: more cannot be taken in. */
const maxLinks = 20;
/** The characters of a choice that are shown. */
const maxChoiceLength = 100;
/** About how many bytes a choice takes. */
const choiceBytes = 130;

/**
 * Returns a rewrite that is not posted and a page of its review; null if it is posted, or if the
 * viewer may not speak for its region. Throws as readDocument and readRewrite do.
 */
export async function readReviewPage(
  context: Context,
  { slug, id }: { slug: string; id: string },
  asked: PageAsked
) {
  const document = await readDocument(context, slug);
  const rewrite = await readRewrite(context, document, id);
  const mayReview = maySpeakForRegion(context.viewer, document, rewrite.region.id);
  if (rewrite.postedAt || !mayReview) return null;
  return { rewrite, review: cutReview(rewrite, asked) };
}

/** Returns a page of a rewrite's review: its entries, and what the reviewer can decide about them. */
function cutReview(rewrite: Rewrite, asked: PageAsked) {
  const { considered, blocks, rows, changes, corrections } = rewrite;
  const text = { considered, blocks, rows };
  const all = listEntries(text);
  const changed = all.flatMap((each) =>
    each.type === 'row' && each.change !== null ? [each] : []
  );
  const inserted = changed.filter(({ row }) => row.relation === 'inserted');
  const choices = Math.min(inserted.length, maxChoices) * choiceBytes;
  const { entries, page } = cutRewritePage(text, all, {
    asked,
    bytesBeside: (change) =>
      (changes[change]?.reason.length ?? 0) +
      (changed[change]?.row.relation === 'deleted' ? choices : 0)
  });
  const shown = entries.filter((each) => each.type !== 'folded');
  const apart = corrections.apart ?? [];
  return {
    entries: shown,
    page,
    /** The changes on the page, with the fields for their reasons, by their places among all. */
    changes: Object.fromEntries(
      changes
        .slice(page.first - 1, page.last)
        .map((each) => [each.position, { reason: each.reason, field: reasonField(each) }])
    ),
    became: choicesOf(shown, inserted),
    isBecameCut: inserted.length > maxChoices,
    remarks: remarksOn(shown, rewrite, changed),
    /** The places of the paragraphs of which the page asks whether they are remarks. */
    asked: askedOf(shown),
    apart,
    together: corrections.together ?? [],
    /** The texts of the draft's paragraphs that a correction keeps apart from another. */
    apartTexts: Object.fromEntries(apart.map(({ from }) => [from, considered[from]?.text ?? ''])),
    summary: summaryOf(rewrite, { changed, total: all.filter(isRow).length, page })
  };
}

const isRow = ({ type }: { type: string }) => type === 'row';

/** Returns what each deleted paragraph of the page may have become, by the place of its change. */
function choicesOf(
  entries: readonly Entry[],
  inserted: readonly Changed[]
): Record<number, Choice[]> {
  const choices = inserted.flatMap(({ to: [block] }) =>
    block ? [{ place: block.position, text: block.text.slice(0, maxChoiceLength) }] : []
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
 * Returns for each remark on the page, by its place: the number of the change whose reason has its
 * words already, and the changes whose reason it may become.
 */
function remarksOn(entries: readonly Entry[], { changes }: Rewrite, changed: readonly Changed[]) {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      if (entry.type !== 'remark') return [];
      const words = withoutBrackets(entry.block.text);
      const used = changes.find(({ reason }) => reason.includes(words));
      const choices = nearest(changed, entry.change ?? 0).map(({ change, from, to }) => ({
        change: change!,
        from: from.map(({ number }) => ({ number })),
        text: ((from[0] ?? to[0])?.text ?? '').slice(0, maxChoiceLength)
      }));
      return [[entry.block.position, { used: used ? used.position + 1 : null, choices }]];
    })
  );
}

/** Returns the places of the remarks and of the inserted paragraphs. */
const askedOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => {
    if (entry.type === 'remark') return [String(entry.block.position)];
    const isInserted = entry.type === 'row' && entry.row.relation === 'inserted';
    return isInserted && entry.to[0] ? [String(entry.to[0].position)] : [];
  });

function summaryOf(
  { changes }: Rewrite,
  { changed, total, page }: { changed: readonly Changed[]; total: number; page: Page }
): ReviewSummary {
  const byRelation = Map.groupBy(changed, ({ row }) => row.relation);
  const unsure = changed.filter(({ row }) => !row.sure).map(({ change }) => change! + 1);
  const withoutReason = changes.flatMap(({ reason, position }) =>
    reason.trim() ? [] : [position + 1]
  );
  const elsewhere = withoutReason.filter((change) => change < page.first || change > page.last);
  return {
    changes: changed.length,
    unchanged: total - changed.length,
    relations: changeRelations.flatMap((relation) => {
      const count = byRelation.get(relation)?.length ?? 0;
      return count > 0 ? [{ relation, count }] : [];
    }),
    unsure: { count: unsure.length, first: unsure.slice(0, maxLinks) },
    withoutReason: {
      count: withoutReason.length,
      elsewhere: elsewhere.length,
      next: elsewhere.find((change) => change > page.last) ?? elsewhere[0] ?? null
    }
  };
}
