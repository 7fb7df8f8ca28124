/** `Børn & unge: ét år` gives `boern-unge-et-aar`. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
  return slug || 'dokument';
}

/** What fits in a link that is read aloud. */
export const longestSlug = 60;
