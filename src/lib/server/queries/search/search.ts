import { and, eq, sql } from 'drizzle-orm';
import { decodeHTML } from 'entities';
import type { BlockKind } from '#lib/domain/document/block.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { parseQuery } from '#lib/domain/search/query.ts';
import type { Hit, HitKind } from '#lib/domain/search/hit.ts';
import { markStems, parseStems, snippetOf } from '#lib/domain/search/snippet.ts';
import { fromDanishTime, parseDay, addDays } from '#lib/domain/time.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { comment, document, region } from '../../database/tables/index.ts';
import { readable } from '../../access/documents.ts';
import { hitsOf } from './hits.ts';
import { questionOf, stemsOf } from './question.ts';

/** Narrows a search; null lets everything be. */
export type SearchFilter = {
  /** A document's slug. */
  document: string | null;
  /** A region's slug: who says it, or whose document it is. */
  region: string | null;
  /** Danish days, `2026-03-14`, both included. */
  from: string | null;
  to: string | null;
};

/** What a page of results holds. */
const hitsAPage = 20;

/** Who has looked through so many pages asks otherwise. */
const mostPages = 25;

/**
 * What the viewer may read of what was asked for, best first, a page at a time from 1; `next` is
 * null where there is no more. One query. Filters that make no sense find nothing.
 */
export async function search(
  context: Context,
  typed: string,
  filter: SearchFilter,
  page = 1
): Promise<{ hits: Hit[]; next: number | null }> {
  const query = parseQuery(typed);
  if (!query || page < 1 || page > mostPages) return { hits: [], next: null };
  const rows = await context.database
    .select({
      kind: sql<HitKind>`hit.kind`,
      id: sql<string>`hit.id`,
      slug: document.slug,
      title: document.title,
      words: sql<string>`hit.words`,
      by: sql<string | null>`hit.by`,
      region: region.name,
      at: sql<Date>`hit.at`.mapWith(comment.createdAt),
      number: sql<number | null>`hit.number`,
      position: sql<number>`coalesce(hit.position, 0)`,
      blockKind: sql<BlockKind | null>`hit.block_kind`,
      round: sql<number | null>`hit.round`,
      stems: sql<string>`${stemsOf(query)}::text`
    })
    .from(hitsOf(questionOf(query)))
    .innerJoin(document, sql`${document.id} = hit.document_id`)
    .leftJoin(region, sql`${region.id} = hit.region_id`)
    .where(and(readable(context), wanted(filter)))
    .orderBy(sql`hit.rank desc, hit.at desc, hit.id, hit.position`)
    .limit(hitsAPage + 1)
    .offset((page - 1) * hitsAPage);
  return {
    hits: rows.slice(0, hitsAPage).map(hitOf),
    next: rows.length > hitsAPage && page < mostPages ? page + 1 : null
  };
}

function wanted({ document: slug, region: place, from, to }: SearchFilter) {
  return and(
    slug ? eq(document.slug, slug) : undefined,
    place ? eq(region.slug, place) : undefined,
    from ? sql`hit.at >= ${momentOf(from)}` : undefined,
    to ? sql`hit.at < ${momentOf(to, 1)}` : undefined
  );
}

/** The day's first moment as PostgreSQL reads it; of what is no day, one that nothing comes after. */
function momentOf(day: string, later = 0): string {
  if (parseDay(day) === null) return later ? '-infinity' : 'infinity';
  return fromDanishTime(addDays(day, later), '00:00').toISOString();
}

type Row = Omit<Hit, 'title' | 'snippet'> & { title: string; words: string; stems: string };

function hitOf({ stems: stemsQuery, words, title, ...row }: Row): Hit {
  const stems = parseStems(stemsQuery);
  return {
    ...row,
    title: markStems(title, row.kind === 'document' ? stems : []),
    snippet: snippetOf(textOf(row.kind, words), stems)
  };
}

/** The words without their marks: comments and answers are Markdown, a report's words HTML's. */
function textOf(kind: HitKind, words: string): string {
  if (kind === 'report') return decodeHTML(words);
  if (kind !== 'comment' && kind !== 'answer') return words;
  return parseBlocks(words)
    .map(({ text }) => text)
    .join(' ');
}

/** What a search can be narrowed to: the documents that the viewer may read, and the regions. */
export async function listSearchable(context: Context) {
  const { database } = context;
  const [documents, regions] = await Promise.all([
    database
      .select({ slug: document.slug, name: document.title })
      .from(document)
      .where(readable(context)),
    database.select({ slug: region.slug, name: region.name }).from(region)
  ]);
  return { documents: documents.sort(alphabetically), regions: regions.sort(alphabetically) };
}

const alphabetically = (one: { name: string }, other: { name: string }) =>
  compareNames(one.name, other.name);
