import { and, eq } from 'drizzle-orm';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { theme } from '../../database/tables/index.ts';
import { line, text } from '../../formats/fields.ts';

const maxTitleLength = 120;
const maxSummaryLength = 10_000;

/** The fields of the forms that write a theme. */
export const themeFields = { title: line(maxTitleLength), summary: text(maxSummaryLength) };

export type ThemeContent = { title: string; summary: string };

/**
 * Locks the document for changing a theme. Throws Refusal('frozen') if the theme is of an earlier
 * round; if it has been removed, the caller decides what to do.
 */
export async function lockTheme(
  context: Context,
  documentId: DocumentId,
  themeId: string
): Promise<LockedDocument> {
  const locked = await lockForThemes(context, documentId);
  const [found] = await context.database
    .select({ round: theme.round })
    .from(theme)
    .where(and(eq(theme.id, themeId), eq(theme.documentId, locked.id)));
  if (found) refuseUnlessAnswerable(locked, { round: found.round, isWithdrawn: false });
  return locked;
}

/** Locks the document while its inputs can be answered. Throws as refuseUnlessAnswerable does. */
export async function lockForThemes(
  context: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const locked = await lockForWork(context, documentId);
  refuseUnlessAnswerable(locked, { round: locked.round, isWithdrawn: false });
  return locked;
}

/** The condition that a row of `theme` is of the document's present round. */
export const isOfRound = ({ id, round }: LockedDocument) =>
  and(eq(theme.documentId, id), eq(theme.round, round));
