import { createHash } from 'node:crypto';
import type { Row } from '#lib/domain/document/align/row.ts';
import { joinPairs, type Pairing, type PairingAnswers } from '#lib/domain/hearing/pairings.ts';
import type { RewriteReading } from './rewrites.ts';

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
    Object.entries(fields).filter(([name]) => !/^(?:use|same|became)-|^forget$/.test(name))
  ) as Record<string, Value>;

/** Remarks that are to stand as the reason of a change: `use-12` names it, for the block at 12. */
export function remarksUsed(fields: ReviewFields): { position: number; change: number }[] {
  return numbered(fields, 'use-').flatMap(([position, given]) => {
    const change = placeIn(given);
    return change === null ? [] : [{ position, change }];
  });
}

/**
 * What is said of which paragraph became which: `same-3` is yes or no of the fourth change,
 * `became-3` the place in the rewrite of what a deleted paragraph became, several joined where they
 * became the same, and `forget` pairs that are no longer said to be different.
 */
export function pairingsSaid(reading: RewriteReading, fields: ReviewFields): PairingAnswers {
  const changed = reading.rows.filter(({ relation }) => relation !== 'unchanged');
  const text = reading.blocks.filter(({ isRemark }) => !isRemark);
  const pairingOf = (change: number): Pairing | null => {
    const row = changed[change];
    return row ? { from: row.from, to: row.to.map((place) => text[place]!.position) } : null;
  };
  const said = (answer: string) =>
    numbered(fields, 'same-')
      .filter(([change, given]) => given === answer && isPair(changed[change]))
      .map(([change]) => pairingOf(change)!);
  const became = numbered(fields, 'became-').flatMap(([change, given]) => {
    const position = placeIn(given);
    const places = pairingOf(change)?.from ?? [];
    return position === null ? [] : places.map((from) => ({ from, to: position }));
  });
  return {
    same: [...said('yes'), ...joinPairs(became)],
    different: said('no'),
    forgotten: forgotten(fields)
  };
}

const isPair = (row: Row | undefined) => row !== undefined && row.from.length * row.to.length > 0;

function forgotten({ forget }: ReviewFields): { from: number; to: number }[] {
  if (!Array.isArray(forget)) return [];
  return forget.flatMap((pair) => {
    const [from, to] = String(pair).split(':').map(placeIn);
    return from == null || to == null ? [] : [{ from, to }];
  });
}

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
