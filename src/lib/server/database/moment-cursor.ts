/**
 * Cursors of lists that are read newest first: the moment and the id of the last row of a page, so
 * that no row is repeated or skipped among rows of the same moment.
 */
import { sql, type Column, type SQL } from 'drizzle-orm';
import { parseMoment } from '#lib/domain/time.ts';

/** Returns the cursor of the page after `row`, as an address holds it. */
export const writeMomentCursor = (row: { at: Date; id: string }): string =>
  `${row.at.toISOString()}_${row.id}`;

/**
 * Returns the condition that a row comes after the cursor; undefined, which means every row, if the
 * cursor is null or malformed.
 */
export function isAfterMoment(place: string | null, at: Column, id: Column): SQL | undefined {
  const found = place?.match(pattern)?.groups;
  const moment = found && parseMoment(found.at!);
  if (!moment) return undefined;
  return sql`(${at}, ${id}) < (${moment.toISOString()}::timestamptz, ${found.id}::uuid)`;
}

const pattern = /^(?<at>[\d:.TZ-]{20,30})_(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
