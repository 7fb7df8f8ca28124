import { and, eq, sql, type SQL } from 'drizzle-orm';
import { decodeHTML } from 'entities';
import type { BlockKind } from '#lib/domain/document/block.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { parseQuery, type SearchQuery, type Term } from '#lib/domain/search/query.ts';
import type { Hit, HitKind } from '#lib/domain/search/hit.ts';
import { markStems, parseStems, snippetOf } from '#lib/domain/search/snippet.ts';
import { fromDanishTime, parseDay, addDays } from '#lib/domain/time.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { comment, document, region } from '../../database/tables/index.ts';
import { isReadable } from '../../access/documents.ts';
import { hitsOf } from './hits.ts';

/** What narrows a search; null narrows nothing. */
export type SearchFilter = {
  /** A document's slug. */
  document: string | null;
  /** A region's slug: the author's, or the document's. */
  region: string | null;
  /** Danish days as `2026-03-14`, both included. */
  from: string | null;
  to: string | null;
};

const hitsPerPage = 20;

/** The last page of results; whoever has not found it by then searches for other words. */
const maxPages = 25;

/**
 * Returns a page of what the viewer may read that matches the search, best first, in one query. Pages
 * are numbered from 1; `next` is null on the last. A filter that is malformed matches nothing.
 */
export async function search(
  context: Context,
  typed: string,
  filter: SearchFilter,
  page = 1
): Promise<{ hits: Hit[]; next: number | null }> {
  const query = parseQuery(typed);
  if (!query || page < 1 || page > maxPages) return { hits: [], next: null };
  const rows = await selectHits(context, query, filter, page);
  return {
    hits: rows.slice(0, hitsPerPage).map(toHit),
    next: rows.length > hitsPerPage && page < maxPages ? page + 1 : null
  };
}

/** Returns the rows of a page, and one more if there is another page. */
function selectHits(context: Context, query: SearchQuery, filter: SearchFilter, page: number) {
  return context.database
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
      stems: sql<string>`${wordsTsquery(query)}::text`
    })
    .from(hitsOf(toTsquery(query)))
    .innerJoin(document, sql`${document.id} = hit.document_id`)
    .leftJoin(region, sql`${region.id} = hit.region_id`)
    .where(and(isReadable(context), matchesFilter(filter)))
    .orderBy(sql`hit.rank desc, hit.at desc, hit.id, hit.position`)
    .limit(hitsPerPage + 1)
    .offset((page - 1) * hitsPerPage);
}

/** Returns a search as a `tsquery` of PostgreSQL. */
const toTsquery = (query: SearchQuery): SQL =>
  joined(
    query.map((terms) => joined(terms.map(termSql), '&&')),
    '||'
  );

/** Returns a `tsquery` of every word that is searched for, which are those that a snippet marks. */
const wordsTsquery = (query: SearchQuery): SQL =>
  joined(
    query
      .flat()
      .filter(({ isExcluded }) => !isExcluded)
      .map(termSql),
    '||'
  );

function termSql({ words, isExcluded, isPrefix }: Term): SQL {
  const question = isPrefix
    ? sql`search_beginning(${words}::text)`
    : sql`search_phrase(${words}::text)`;
  return isExcluded ? sql`!!${question}` : question;
}

const joined = (parts: SQL[], operator: '&&' | '||') =>
  sql`(${sql.join(parts, sql.raw(` ${operator} `))})`;

function matchesFilter({ document: slug, region: regionSlug, from, to }: SearchFilter) {
  return and(
    slug ? eq(document.slug, slug) : undefined,
    regionSlug ? eq(region.slug, regionSlug) : undefined,
    from ? sql`hit.at >= ${momentOf(from)}` : undefined,
    to ? sql`hit.at < ${momentOf(to, 1)}` : undefined
  );
}

/**
 * Returns the first moment of the Danish day, or of the day `later` days after it, for PostgreSQL. A
 * malformed day gives a moment that excludes everything.
 */
function momentOf(day: string, later = 0): string {
  if (parseDay(day) === null) return later ? '-infinity' : 'infinity';
  return fromDanishTime(addDays(day, later), '00:00').toISOString();
}

type Row = Omit<Hit, 'title' | 'snippet'> & { title: string; words: string; stems: string };

function toHit({ stems: stemsQuery, words, title, ...row }: Row): Hit {
  const stems = parseStems(stemsQuery);
  return {
    ...row,
    title: markStems(title, row.kind === 'document' ? stems : []),
    snippet: snippetOf(textOf(row.kind, words), stems)
  };
}

/** Returns the words as plain text: those of comments and answers are Markdown, a report's are HTML. */
function textOf(kind: HitKind, words: string): string {
  if (kind === 'report') return decodeHTML(words);
  if (kind !== 'comment' && kind !== 'answer') return words;
  return parseBlocks(words)
    .map(({ text }) => text)
    .join(' ');
}

/** Returns what a search can be narrowed to: the documents that the viewer may read, and the regions. */
export async function listSearchFilters(context: Context) {
  const { database } = context;
  const [documents, regions] = await Promise.all([
    database
      .select({ slug: document.slug, name: document.title })
      .from(document)
      .where(isReadable(context)),
    database.select({ slug: region.slug, name: region.name }).from(region)
  ]);
  return { documents: documents.sort(byName), regions: regions.sort(byName) };
}

const byName = (one: { name: string }, other: { name: string }) =>
  compareNames(one.name, other.name);
