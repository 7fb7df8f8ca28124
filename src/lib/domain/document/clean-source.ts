// Characters that no text needs and PostgreSQL (NUL) or a reader (the rest) stumbles over.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/**
 * A source as every parser here wants it: NFC, `\n` at line ends, no byte order mark and no
 * control characters. Form feeds stay: in plain text they say where a page ended.
 */
export function cleanSource(source: string): string {
  return source
    .replace(/^\ufeff/, '')
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC');
}

/** Words with one space between them and none around; what `Block.text` is made of. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f]+/g, ' ').trim();
}
