import { show } from '#lib/server/http/answering.ts';
import { limitSearch } from '#lib/server/http/limiting.ts';
import { listSearchFilters, search } from '#lib/server/queries/search/search-page.ts';
import type { PageServerLoad } from './$types';

/** In characters: the rest of a longer search is cut off. */
const maxQueryLength = 300;

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const { searchParams: asked } = url;
  const given = (name: string) => asked.get(name)?.trim() || null;
  const words = (given('q') ?? '').slice(0, maxQueryLength);
  const filter = {
    document: given('document'),
    region: given('region'),
    from: given('from'),
    to: given('to')
  };
  const page = pageOf(asked.get('page'));
  if (words) await show(limitSearch(event), event);
  const [found, searchable] = await Promise.all([
    search(locals.context, words, filter, page),
    listSearchFilters(locals.context)
  ]);
  return { words, filter, page, ...found, searchable };
};

const pageOf = (given: string | null) =>
  given && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 1;
