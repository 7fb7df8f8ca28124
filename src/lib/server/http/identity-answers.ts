import { joinPairs, type Pairing, type PairingAnswers } from '#lib/domain/hearing/pairings.ts';

/** What is posted from the page where a draft is published, by the names of its fields. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * What is said of which paragraph became which: `same:3,4:7` is yes or no of the old paragraphs at
 * 3 and 4 and the new at 7, `became:3` the place of what the old one at 3 became, and `forget` pairs
 * that are no longer said to be different. Several that became one are joined in it.
 */
export function identitySaid(fields: Fields): PairingAnswers {
  const given = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value);
  const said = (answer: string) =>
    given.flatMap(([name, value]) => (value === answer ? pairingOf(name) : []));
  return {
    same: [...said('yes'), ...became(given)],
    different: said('no'),
    forgotten: forgotten(fields.forget)
  };
}

/** Whether anything is said. */
export const saysNothing = ({ same, different, forgotten }: PairingAnswers) =>
  same.length + different.length + forgotten.length === 0;

function pairingOf(name: string): Pairing[] {
  const [, from, to] = /^same:((?:\d{1,6},?)+):((?:\d{1,6},?)+)$/.exec(name) ?? [];
  return from && to ? [{ from: placesIn(from), to: placesIn(to) }] : [];
}

function became(given: readonly [string, unknown][]): Pairing[] {
  const pairs = given.flatMap(([name, value]) => {
    const [, from] = /^became:(\d{1,6})$/.exec(name) ?? [];
    return from && /^\d{1,6}$/.test(String(value))
      ? [{ from: Number(from), to: Number(value) }]
      : [];
  });
  return joinPairs(pairs);
}

function forgotten(given: unknown): { from: number; to: number }[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((pair) => {
    const [, from, to] = /^(\d{1,6}):(\d{1,6})$/.exec(String(pair)) ?? [];
    return from && to ? [{ from: Number(from), to: Number(to) }] : [];
  });
}

const placesIn = (list: string) => list.split(',').filter(Boolean).map(Number);
