const ADDRESS = /\bhttps?:\/\/[^\s<>\\]*[\p{L}\p{N}/]/gu;

/**
 * Markdown that reads as exactly this text in the middle of a block. Only what would be taken for
 * a mark is escaped, so that ordinary prose comes out as it went in.
 */
export function escapeInline(text: string): string {
  let markdown = '';
  let from = 0;
  for (const address of text.matchAll(ADDRESS)) {
    markdown += escapeWords(text.slice(from, address.index)) + escapeAddress(address[0]);
    from = address.index + address[0].length;
  }
  return markdown + escapeWords(text.slice(from));
}

/** The same for the beginning of a block, where `#`, `-` and `1.` are marks as well. */
export function escapeText(text: string): string {
  return escapeStart(escapeInline(text));
}

/** Keeps the first line of a block's source from being read as another kind of block. */
export function escapeStart(markdown: string): string {
  return markdown
    .replace(/^(?:\*[*\s]*|_[_\s]*)$/, (marks) => marks.replace(/[*_]/g, '\\$&'))
    .replace(
      /^(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|-[-\s]*$|=+\s*$|`{3,}[^`\n]*$|~{3}|[|:][-:| ]*$)/,
      '\\'
    )
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(\[\^(?:\\[^]|[^\]\\])*\]):/, '$1\\:')
    .replace(/^\[(?=(?:\\[^]|[^\]\\])*\]:|[ xX]\]\s)/, '\\[');
}

function escapeWords(text: string): string {
  return text
    .replace(/[\\`*_~]|<(?=[\p{L}/!?]|$)|&(?=#?\w+(?:;|$))/gu, '\\$&')
    .replace(/\[(?=\^)|\](?=[([])/g, '\\$&');
}

function escapeAddress(address: string): string {
  if (/&#?\w+(?:;|$)/.test(address)) return escapeWords(address);
  return /[*_~&[\]`]/.test(address) ? `<${address}>` : address;
}
