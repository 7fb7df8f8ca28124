import { error } from '@sveltejs/kit';
import type { PageAsked } from '#lib/domain/paging.ts';
import { m } from '#lib/paraglide/messages.js';
import { numberIn } from '../formats/fields.ts';

/**
 * Which page of a list an address asks for: by its number in the parameter, or by a change that it
 * holds. Ends in 404 where what is asked for is no number.
 */
export function pageAsked({ searchParams }: URL, parameter = 'page'): PageAsked {
  const asked = (name: string) => {
    const given = searchParams.get(name);
    if (given === null) return null;
    return numberIn(given) ?? error(404, m.refusal_notFound());
  };
  return { page: asked(parameter), change: parameter === 'page' ? asked('change') : null };
}
