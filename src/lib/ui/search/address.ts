import type { Hit } from '#lib/domain/search/hit.ts';
import { anchorOf } from '../reading/anchors.ts';

type Place = Pick<Hit, 'kind' | 'slug' | 'id' | 'number' | 'position' | 'blockKind' | 'round'>;

/** Returns the address of a page of the search for `words`, narrowed by `filter`. */
export function searchAddress(
  words: string,
  filter: Record<string, string | null>,
  page: number
): string {
  const asked = new URLSearchParams({ q: words });
  for (const [name, value] of Object.entries(filter)) if (value) asked.set(name, value);
  asked.set('page', String(page));
  return `/search?${asked}`;
}

/** Returns the address of the place that `hit` was found at. */
export function addressOf(hit: Place): string {
  const document = `/documents/${hit.slug}`;
  switch (hit.kind) {
    case 'document':
      return document;
    case 'paragraph':
      return `${document}#${anchorOf({ ...hit, kind: hit.blockKind ?? 'paragraph' })}`;
    case 'comment':
      return `${document}?comment=${hit.id}#kommentar-${hit.id}`;
    case 'rewrite':
      return `${document}/rewrites/${hit.id}`;
    case 'answer':
      return `${document}/inputs/${hit.number}`;
    case 'report':
      return `${document}/report?round=${hit.round}`;
  }
}
