import { align } from '#lib/domain/document/align/align.ts';
import type { Block } from '#lib/domain/document/block.ts';
import type { Found } from '../support/score.ts';

/** Returns the links of an alignment, and the blocks of rows that a person is asked about. */
export function alignAll(from: Block[], to: Block[]): Found {
  const rows = align(from, to);
  const links = rows.flatMap((row) =>
    row.from.flatMap((one) => row.to.map((other): [number, number] => [one, other]))
  );
  const unsure = rows.filter((row) => !row.sure);
  return {
    links,
    unsure: {
      from: new Set(unsure.flatMap((row) => row.from)),
      to: new Set(unsure.flatMap((row) => row.to))
    }
  };
}
