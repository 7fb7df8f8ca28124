/**
 * The form fields by which a person says which block became which, by their places. `same:3,4:7`
 * asks whether blocks 3 and 4 became block 7 and is answered `yes` or `no`; `became:3` is answered
 * with the place of a block in the later text; the list `forget` has pairs such as `3:7`.
 */
import { groupPairs, type Pairing, type CorrectionAnswers } from './corrections.ts';

type Pair = { from: number; to: number };
type Fields = Readonly<Record<string, unknown>>;

/** The name of the field that lists the pairs which are no longer said to be different. */
export const forgetField = 'forget';

/** Returns the name of the field that asks whether the blocks of both sides are the same. */
export const sameField = (pairing: Pairing) => `same:${pairing.from.join()}:${pairing.to.join()}`;

/** Returns the name of the field that asks which block the blocks of `from` became. */
export const becameField = (from: readonly number[]) => `became:${from.join()}`;

/** Returns the value by which `forgetField` lists a pair. */
export const forgetValue = (pair: Pair) => `${pair.from}:${pair.to}`;

/** Returns whether `name` is the name of one of these fields. */
export const isCorrectionField = (name: string) => /^(?:same|became):|^forget$/.test(name);

/**
 * Returns the answers in a form's fields. Blocks that became the same block are joined; a field
 * whose name or value is malformed is ignored.
 */
export function readCorrectionAnswers(fields: Fields): CorrectionAnswers {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' && value ? [{ parts: name.split(':'), value }] : []
  );
  const same = (answer: string) => given.flatMap((each) => readSame(each, answer));
  return {
    same: [...same('yes'), ...groupPairs(given.flatMap(readBecame))],
    different: same('no'),
    forgotten: readForgotten(fields[forgetField])
  };
}

/** Returns whether there are no answers. */
export const isUnanswered = ({ same, different, forgotten }: CorrectionAnswers) =>
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

/** Returns the places in a list separated by commas, or null if it is malformed. */
function placesIn(list = ''): number[] | null {
  const places = list.split(',').map(placeIn);
  return places.every((place) => place !== null) ? places : null;
}

/**
 * Returns a place of at most six digits, since no text has a million blocks; null if it is
 * malformed.
 */
const placeIn = (given: string): number | null => (/^\d{1,6}$/.test(given) ? Number(given) : null);
