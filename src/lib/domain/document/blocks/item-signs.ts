/**
 * Signs that begin an item of a list in text without marks; the last three are what symbol fonts
 * leave in the text of a PDF.
 */
export const ITEM_SIGNS = '•‣▪▫◦●○■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8';

/** A line with such a sign, or with a dash or a dot and the tab that Word puts after it. */
export const SIGNED_LINE = new RegExp(`^[^\\S\\n]*(?:[${ITEM_SIGNS}]|[·–—]\\t)`, 'mu');
