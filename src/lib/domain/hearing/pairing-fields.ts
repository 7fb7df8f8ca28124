import { joinPairs, type Pairing, type PairingAnswers } from './pairings.ts';

/**
 * How a form says which old paragraph became which new one, by their places. Each question is a
 * field whose name holds the paragraphs that it asks of: `same:3,4:7` is answered `yes` or `no`,
 * `became:3` with the place of a new paragraph; the list `forget` holds pairs, `3:7`.
 */

type Pair = { from: number; to: number };
type Fields = Readonly<Record<string, unknown>>;

/** The field that lists the pairs which are said to be different no longer. */
export const forgetField = 'forget';

/** Returns the name of the field that asks whether the old paragraphs and the new are the same. */
export const sameField = (pairing: Pairing) => `same:${pairing.from.join()}:${pairing.to.join()}`;

/** Returns the name of the field that asks what the old paragraphs became. */
export const becameField = (from: readonly number[]) => `became:${from.join()}`;

/** Returns the value by which `forgetField` lists the pair. */
export const forgetValue = (pair: Pair) => `${pair.from}:${pair.to}`;

/** Returns whether a field of that name is one of these. */
export const isPairingField = (name: string) => /^(?:same|became):|^forget$/.test(name);

/**
 * Returns what the fields of a form answer; old paragraphs that became the same new one are joined.
 * What is not written as above is left out.
 */
export function readPairingAnswers(fields: Fields): PairingAnswers {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [{ parts: name.split(':'), value }] : []
  );
  const same = (answer: string) => given.flatMap((each) => readSame(each, answer));
  return {
    same: [...same('yes'), ...joinPairs(given.flatMap(readBecame))],
    different: same('no'),
    forgotten: readForgotten(fields[forgetField])
  };
}

/** Returns whether nothing is answered. */
export const isUnanswered = ({ same, different, forgotten }: PairingAnswers) =>
  same.length + different.length + forgotten.length === 0;

type Given = { parts: readonly string[]; value: string };

function readSame({ parts: [asks, from, to, ...rest], value }: Given, answer: string): Pairing[] {
  if (asks !== 'same' || value !== answer || rest.length > 0) return [];
  const pairing = { from: placesIn(from), to: placesIn(to) };
  return pairing.from && pairing.to ? [pairing as Pairing] : [];
}

function readBecame({ parts: [asks, from, ...rest], value }: Given): Pair[] {
  if (asks !== 'became' || rest.length > 0) return [];
  const place = placeIn(value);
  return place === null ? [] : (placesIn(from) ?? []).map((each) => ({ from: each, to: place }));
}

function readForgotten(given: unknown): Pair[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((pair) => {
    const [from, to, ...rest] = String(pair).split(':').map(placeIn);
    return from == null || to == null || rest.length > 0 ? [] : [{ from, to }];
  });
}

/** Returns the places in a list with commas, or null if it is no such list. */
function placesIn(list = ''): number[] | null {
  const places = list.split(',').map(placeIn);
  return places.every((place) => place !== null) ? places : null;
}

/** Returns a place among blocks, of which no text has a million; null if it is none. */
const placeIn = (given: string): number | null => (/^\d{1,6}$/.test(given) ? Number(given) : null);
