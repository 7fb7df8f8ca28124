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

/** What is typed on the page where a rewrite is looked through, by the names of its fields. */
export type ReviewFields = Readonly<Record<string, unknown>>;

/**
 * What the field for a change's reason is called: the same as long as the same blocks on both sides
 * make the change, wherever it stands among the others.
 */
export function reasonField({ blockIds, newPositions }: Changed): string {
  const digest = createHash('sha256').update(`${blockIds.join()}/${newPositions.join()}`);
  return `reason-${digest.digest('base64url').slice(0, 16)}`;
}

type Changed = { blockIds: readonly string[]; newPositions: readonly number[] };

/** Which changes a review was made of, in their order. */
export const changesNamed = (changes: readonly Changed[]): string =>
  createHash('sha256').update(changes.map(reasonField).join()).digest('base64url');

/** The reasons that are typed, by the places of their changes. */
export function reasonsTyped(
  fields: ReviewFields,
  changes: readonly Changed[]
): Record<number, string> {
  return Object.fromEntries(
    changes.flatMap((change, place) => {
      const reason = fields[reasonField(change)];
      return typeof reason === 'string' ? [[place, reason] as const] : [];
    })
  );
}

/** The fields without those that name a change, or a paragraph's fate, by its place. */
export const withoutPlaces = <Value>(fields: Readonly<Record<string, Value>>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isCorrectionField(name) && !name.startsWith('use-'))
  ) as Record<string, Value>;

/** Remarks that are to stand as the reason of a change: `use-12` names it, for the block at 12. */
export function remarksUsed(fields: ReviewFields): { position: number; change: number }[] {
  return numbered(fields, 'use-').flatMap(([position, given]) => {
    const change = placeIn(given);
    return change === null ? [] : [{ position, change }];
  });
}

/**
 * Returns what the fields answer of which paragraph became which: only the questions that a changed
 * row of `reading` asks are read.
 */
export function pairingsSaid(reading: AnsweredText, fields: ReviewFields): CorrectionAnswers {
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

/** The fields that begin so, by the number they end in; empty ones are left out. */
function numbered(fields: ReviewFields, prefix: string): [number, string][] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const number = placeIn(name.slice(prefix.length));
    const isGiven = typeof value === 'string' && value !== '';
    return name.startsWith(prefix) && number !== null && isGiven ? [[number, value]] : [];
  });
}

/** A place among blocks or changes, of which no text has a million. */
const placeIn = (given: string): number | null => (/^\d{1,6}$/.test(given) ? Number(given) : null);
