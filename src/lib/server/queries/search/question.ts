import { sql, type SQL } from 'drizzle-orm';
import type { Asked, Term } from '#lib/domain/search/asked.ts';

/** The question to PostgreSQL, a `tsquery`. */
export const questionOf = (asked: Asked): SQL =>
  joined(
    asked.map((terms) => joined(terms.map(termSql), '&&')),
    '||'
  );

/** A `tsquery` of every word that is looked for: what a snippet marks. */
export const soughtOf = (asked: Asked): SQL =>
  joined(
    asked
      .flat()
      .filter(({ isLeftOut }) => !isLeftOut)
      .map(termSql),
    '||'
  );

function termSql({ words, isLeftOut, isBeginning }: Term): SQL {
  const question = isBeginning
    ? sql`search_beginning(${words}::text)`
    : sql`search_phrase(${words}::text)`;
  return isLeftOut ? sql`!!${question}` : question;
}

const joined = (parts: SQL[], operator: '&&' | '||') =>
  sql`(${sql.join(parts, sql.raw(` ${operator} `))})`;
