/** Compares two names in Danish order, with å last, which PGlite's collations do not know. */
export const byName = new Intl.Collator('da').compare;
