import { and, eq, sql } from 'drizzle-orm';
import { hasReason } from '#lib/domain/hearing/disposition.ts';
import { maySeeUnpublishedAnswers } from '#lib/domain/hearing/permissions.ts';
import type { Disposition, InputKind } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import { answer, input, publication } from '../../database/tables/index.ts';
import { isToBeAnswered, type InputsOf } from './list.ts';
import { original } from './rows.ts';

export type BacklogNumbers = { missing: number[]; withoutReason: number[] };

/** Returns the numbers of the round's inputs that lack a disposition, and of those that lack a reason. */
export async function listBacklog(context: Context, document: InputsOf): Promise<BacklogNumbers> {
  const rows = await selectAnswered(context, document);
  const disposed = rows.filter(({ disposition }) => disposition !== null);
  return {
    missing: rows.filter(({ disposition }) => disposition === null).map(({ number }) => number),
    withoutReason: disposed.filter((row) => !hasReason(row)).map(({ number }) => number)
  };
}

function selectAnswered({ database }: Context, document: InputsOf) {
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

export type InputTally = {
  total: number;
  kinds: Partial<Record<InputKind, number>>;
  /** By the answers that the viewer may see; `missing` counts the other inputs. */
  dispositions: Partial<Record<Disposition | 'missing', number>>;
};

/** Returns how many inputs the round has, in all, of each kind and of each disposition. */
export async function tallyInputs(
  { database, viewer }: Context,
  document: InputsOf
): Promise<InputTally> {
  const sees = maySeeUnpublishedAnswers(viewer, document);
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
  const tally: InputTally = { total: 0, kinds: {}, dispositions: {} };
  for (const { kind, disposition, isPublished, count } of rows) {
    const shown = (sees || isPublished ? disposition : null) ?? 'missing';
    tally.total += count;
    tally.kinds[kind] = (tally.kinds[kind] ?? 0) + count;
    tally.dispositions[shown] = (tally.dispositions[shown] ?? 0) + count;
  }
  return tally;
}
