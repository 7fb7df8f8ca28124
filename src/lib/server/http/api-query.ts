import { Refusal } from '#lib/domain/refusal.ts';
import { highest } from '../formats/fields.ts';

type Bounds = { least: number; most?: number };

/** A whole number of the address, or undefined where it is not there. Refuses with queryInvalid. */
export function wholeNumberOf(
  query: URLSearchParams,
  name: string,
  { least, most = highest }: Bounds
): number | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  const number = /^\d+$/.test(given) ? Number(given) : NaN;
  if (!(number >= least && number <= most)) throw new Refusal('queryInvalid', { name });
  return number;
}
