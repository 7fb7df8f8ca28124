import { sql, type Column, type SQL } from 'drizzle-orm';
import { parseMoment } from '#lib/domain/time.ts';

/**
 * Lists that are read newest first go on after a row by its moment and its id: of rows of the same
 * moment none is shown twice or left out.
 */

/** The row's place as an address holds it. */
export const placeAfter = (row: { at: Date; id: string }): string =>
  `${row.at.toISOString()}_${row.id}`;

/** That a row comes after the place; of no place, or what is none, every row does. */
export function isAfter(place: string | null, at: Column, id: Column): SQL | undefined {
  const found = place?.match(pattern)?.groups;
  const moment = found && parseMoment(found.at!);
  if (!moment) return undefined;
  return sql`(${at}, ${id}) < (${moment.toISOString()}::timestamptz, ${found.id}::uuid)`;
}

const pattern = /^(?<at>[\d:.TZ-]{20,30})_(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
