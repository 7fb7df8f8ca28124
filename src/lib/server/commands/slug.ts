/** Returns the slug of a title: `boern-unge-et-aar` of `Børn & unge: ét år`. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxSlugLength)
    .replace(/^-+|-+$/g, '');
  return slug || 'dokument';
}

/** In characters: what can be read aloud in a link. */
const maxSlugLength = 60;
