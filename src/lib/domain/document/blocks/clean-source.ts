// Characters that no text needs and PostgreSQL (NUL) or a reader (the rest) stumbles over.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

// Where a line begins with another space than ours, that space was meant to set it in, not to be read.
const ODD_INDENT = /^[ \t]*[^\S\n\f \t][^\S\n\f]*/gm;

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
    .replace(ODD_INDENT, '')
    .normalize('NFC');
}

/** Words with one space between them and none around; what `Block.text` is made of. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\f]+/g, ' ').trim();
}

/** Source without the spaces around it that Markdown does not count; other spaces are text. */
export function trimSpace(source: string): string {
  let end = source.length;
  while (end > 0 && ' \t\n'.includes(source.charAt(end - 1))) end--;
  return source.slice(0, end).replace(/^[ \t\n]+/, '');
}
