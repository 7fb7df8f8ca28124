import { error } from '@sveltejs/kit';
import type { PageAsked } from '#lib/domain/paging.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { maxInteger, parseNumber } from '../formats/fields.ts';

type Bounds = { min: number; max?: number };

/**
 * Returns the whole number in the parameter `name`, or undefined if it is not there. Throws
 * Refusal('queryInvalid') if it is no number within the bounds.
 */
export function wholeNumberOf(
  query: URLSearchParams,
  name: string,
  { min, max = maxInteger }: Bounds
): number | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  const number = /^\d+$/.test(given) ? Number(given) : NaN;
  if (!(number >= min && number <= max)) throw new Refusal('queryInvalid', { name });
  return number;
}

/**
 * Returns the page of a list that an address asks for: by its number in `parameter`, or by a change
 * that is on it. Throws 404 if either is no number.
 */
export function pageAsked({ searchParams }: URL, parameter = 'page'): PageAsked {
  const asked = (name: string) => {
    const given = searchParams.get(name);
    if (given === null) return null;
    return parseNumber(given) ?? error(404, m.refusal_notFound());
  };
  return { page: asked(parameter), change: parameter === 'page' ? asked('change') : null };
}
