import { and, eq, sql } from 'drizzle-orm';
import { hasReason } from '#lib/domain/hearing/disposition.ts';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { Disposition, InputKind } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import { answer, input, publication } from '../../database/tables/index.ts';
import { isToBeAnswered, type DocumentRound } from './list.ts';
import { original } from './select.ts';

export type BacklogNumbers = { missing: number[]; withoutReason: number[] };

/**
 * Returns the numbers of the round's inputs without a disposition, and of those without a reason.
 */
export async function listBacklog(
  context: Context,
  document: DocumentRound
): Promise<BacklogNumbers> {
  const rows = await selectAnswered(context, document);
  const disposed = rows.filter(({ disposition }) => disposition !== null);
  return {
    missing: rows.filter(({ disposition }) => disposition === null).map(({ number }) => number),
    withoutReason: disposed.filter((row) => !hasReason(row)).map(({ number }) => number)
  };
}

function selectAnswered({ database }: Context, document: DocumentRound) {
  return database
    .select({
      number: input.number,
      disposition: answer.disposition,
      markdown: sql<string>`coalesce(${answer.markdown}, '')`,
      originalStands: sql<boolean>`coalesce(${original.withdrawnAt} is null, false)`
    })
    .from(input)
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(original, eq(original.id, answer.duplicateOf))
    .where(and(isToBeAnswered(document), eq(input.round, document.round)))
    .orderBy(input.number);
}

export type InputCounts = {
  total: number;
  kinds: Partial<Record<InputKind, number>>;
  /** By the answers that the viewer may see; `missing` counts the other inputs. */
  dispositions: Partial<Record<Disposition | 'missing', number>>;
};

/** Returns the number of the round's inputs in all, of each kind and of each disposition. */
export async function countInputs(
  { database, viewer }: Context,
  document: DocumentRound
): Promise<InputCounts> {
  const seesUnpublished = maySeeUnpublishedAnswers(viewer, document);
  const rows = await database
    .select({
      kind: input.kind,
      disposition: answer.disposition,
      isPublished: sql<boolean>`${publication.publishedAt} is not null`,
      count: sql<number>`count(*)::int`
    })
    .from(input)
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(
      publication,
      and(eq(publication.documentId, input.documentId), eq(publication.round, input.round))
    )
    .where(and(isToBeAnswered(document), eq(input.round, document.round)))
    .groupBy(input.kind, answer.disposition, publication.publishedAt);
  const counts: InputCounts = { total: 0, kinds: {}, dispositions: {} };
  for (const { kind, disposition, isPublished, count } of rows) {
    const shown = (seesUnpublished || isPublished ? disposition : null) ?? 'missing';
    counts.total += count;
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + count;
    counts.dispositions[shown] = (counts.dispositions[shown] ?? 0) + count;
  }
  return counts;
}
