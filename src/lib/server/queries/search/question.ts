import { sql, type SQL } from 'drizzle-orm';
import type { SearchQuery, Term } from '#lib/domain/search/query.ts';

/** Returns a search as a `tsquery` of PostgreSQL. */
export const questionOf = (query: SearchQuery): SQL =>
  joined(
    query.map((terms) => joined(terms.map(termSql), '&&')),
    '||'
  );

/** Returns a `tsquery` of every word that is searched for, which are those that a snippet marks. */
export const stemsOf = (query: SearchQuery): SQL =>
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
