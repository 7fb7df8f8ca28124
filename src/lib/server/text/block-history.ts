import { and, asc, eq, lte } from 'drizzle-orm';
import {
  history,
  type BlockFate,
  type VersionStep
} from '#lib/domain/document/identity/history.ts';
import type { Context } from '../access/context.ts';
import { version, versionBlock } from '../database/tables/index.ts';

/** What became of the blocks of all versions up to this one. */
export type BlockHistory = {
  /** The version's number. */
  number: number;
  /**
   * By the id of each block that is not removed, the id of the block of this version that it
   * became.
   */
  currentIds: Map<string, string>;
  /** The ids of the blocks that are removed. */
  removedIds: string[];
  /** Returns what happened to a block between a version and this one. */
  fateOf(blockId: string, versionNumber: number): BlockFate;
};

/** Returns the history of the document's blocks up to version `number`, in one query. */
export async function readBlockHistory(
  { database }: Context,
  documentId: string,
  number: number
): Promise<BlockHistory> {
  const rows = await database
    .select({
      number: version.number,
      blockId: versionBlock.blockId,
      relation: versionBlock.relation,
      from: versionBlock.origins
    })
    .from(versionBlock)
    .innerJoin(version, eq(version.id, versionBlock.versionId))
    .where(and(eq(version.documentId, documentId), lte(version.number, number)))
    .orderBy(asc(version.number), asc(versionBlock.position));
  const steps = Map.groupBy(rows, (row) => row.number);
  return buildHistory(steps, number);
}

function buildHistory(steps: Map<number, VersionStep>, number: number): BlockHistory {
  const after = (known: number) =>
    Array.from({ length: number - known }, (_, step) => steps.get(known + 1 + step) ?? []);
  const fateOf = (blockId: string, known: number) => history(blockId, after(known));
  const currentIds = new Map<string, string>();
  const removedIds = new Set<string>();
  for (const [known, blocks] of [...steps].sort(([one], [other]) => other - one))
    for (const { blockId } of blocks) {
      if (currentIds.has(blockId)) continue;
      const [current] = fateOf(blockId, known).at;
      if (current) currentIds.set(blockId, current);
      else removedIds.add(blockId);
    }
  return { number, currentIds, removedIds: [...removedIds], fateOf };
}
