import { createHash } from 'node:crypto';
import type { Row } from '#lib/domain/document/align/row.ts';
import {
  becameField,
  forgetField,
  isCorrectionField,
  readCorrectionAnswers,
  sameField
} from '#lib/domain/hearing/correction-fields.ts';
import type { CorrectionAnswers } from '#lib/domain/hearing/corrections.ts';

/** The fields of the form in which a rewrite is reviewed. */
export type ReviewFields = Readonly<Record<string, unknown>>;

/**
 * Returns the name of the field for a change's reason. It depends on the change's blocks only, so
 * it stays the same when the change moves among the others.
 */
export function reasonField({ blockIds, newPositions }: ChangeBlocks): string {
  const digest = createHash('sha256').update(`${blockIds.join()}/${newPositions.join()}`);
  return `reason-${digest.digest('base64url').slice(0, 16)}`;
}

type ChangeBlocks = { blockIds: readonly string[]; newPositions: readonly number[] };

/** Returns a digest of the changes that a form was made from, in their order. */
export const digestChanges = (changes: readonly ChangeBlocks[]): string =>
  createHash('sha256').update(changes.map(reasonField).join()).digest('base64url');

/** Returns the reasons in the fields, by the index of their changes. */
export function readReasons(
  fields: ReviewFields,
  changes: readonly ChangeBlocks[]
): Record<number, string> {
  return Object.fromEntries(
    changes.flatMap((change, place) => {
      const reason = fields[reasonField(change)];
      return typeof reason === 'string' ? [[place, reason] as const] : [];
    })
  );
}

/** Returns the fields without those whose names hold the place of a change or a block. */
export const dropPlaceFields = <Value>(fields: Readonly<Record<string, Value>>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isCorrectionField(name) && !name.startsWith('use-'))
  ) as Record<string, Value>;

/**
 * Returns the remarks that are to be the reason of a change: the field `use-12` has the index of
 * the change for the remark at position 12.
 */
export function readUsedRemarks(fields: ReviewFields): { position: number; change: number }[] {
  return listNumbered(fields, 'use-').flatMap(([position, given]) => {
    const change = parsePlace(given);
    return change === null ? [] : [{ position, change }];
  });
}

/**
 * Returns the answers to which block became which. Only fields that a changed row of the rewrite
 * asks are read.
 */
export function readReviewAnswers(reading: AnsweredText, fields: ReviewFields): CorrectionAnswers {
  const text = reading.blocks.filter(({ isRemark }) => !isRemark);
  const asked = reading.rows
    .filter(({ relation, from }) => relation !== 'unchanged' && from.length > 0)
    .map((row) =>
      row.to.length === 0
        ? becameField(row.from)
        : sameField({ from: row.from, to: row.to.map((place) => text[place]!.position) })
    );
  return readCorrectionAnswers(pick(fields, [...asked, forgetField]));
}

type AnsweredText = {
  rows: readonly Row[];
  blocks: readonly { position: number; isRemark: boolean }[];
};

const pick = (fields: ReviewFields, names: readonly string[]): ReviewFields =>
  Object.fromEntries(names.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));

/**
 * Returns the fields that begin with `prefix`, by the number they end with; empty ones are left
 * out.
 */
function listNumbered(fields: ReviewFields, prefix: string): [number, string][] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const number = parsePlace(name.slice(prefix.length));
    const isGiven = typeof value === 'string' && value !== '';
    return name.startsWith(prefix) && number !== null && isGiven ? [[number, value]] : [];
  });
}

/**
 * Returns a place of at most six digits, since no text has a million blocks; null if it is
 * malformed.
 */
const parsePlace = (given: string): number | null =>
  /^\d{1,6}$/.test(given) ? Number(given) : null;
