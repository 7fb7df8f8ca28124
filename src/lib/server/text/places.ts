import { and, asc, eq, lte } from 'drizzle-orm';
import {
  history,
  type BlockFate,
  type VersionStep
} from '#lib/domain/document/identity/history.ts';
import type { Context } from '../access/context.ts';
import { version, versionBlock } from '../database/tables/index.ts';

/** Where the blocks of this version and the ones before it stand in this version. */
export type Places = {
  /** The version's number. */
  number: number;
  /** Each known block that still stands: by its id, the block of this version it is found at. */
  homes: Map<string, string>;
  /** The blocks of earlier versions that are gone. */
  gone: string[];
  /** What happened to a block between a version and this one. */
  fateOf(blockId: string, versionNumber: number): BlockFate;
};

/** Follows every block of the document up to version `number`, in one query, none for the first. */
export async function findPlaces(
  { database }: Context,
  documentId: string,
  number: number
): Promise<Places> {
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
  return placesIn(steps, number);
}

function placesIn(steps: Map<number, VersionStep>, number: number): Places {
  const after = (known: number) =>
    Array.from({ length: number - known }, (_, step) => steps.get(known + 1 + step) ?? []);
  const fateOf = (blockId: string, known: number) => history(blockId, after(known));
  const homes = new Map<string, string>();
  const gone: string[] = [];
  for (const [known, blocks] of [...steps].sort(([one], [other]) => other - one))
    for (const { blockId } of blocks) {
      if (homes.has(blockId)) continue;
      const [home] = fateOf(blockId, known).at;
      if (home) homes.set(blockId, home);
      else gone.push(blockId);
    }
  return { number, homes, gone: [...new Set(gone)], fateOf };
}
