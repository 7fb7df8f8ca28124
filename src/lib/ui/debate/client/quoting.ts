/** A press on the link must not take away the selection that it quotes. */
export function keepSelection(event: Event) {
  if ((event.target as Element).closest('[data-quotes]')) event.preventDefault();
}

/** Where the link leads: one that quotes a comment takes with it the words that are marked in it. */
export function quotingAddress(link: HTMLAnchorElement): string {
  const words = link.matches('[data-quotes]') ? markedIn(link.closest('article')) : '';
  if (!words) return link.href;
  const address = new URL(link.href);
  address.searchParams.set('words', words);
  return address.href;
}

/** The words that are marked, where all of them are the comment's. */
function markedIn(article: Element | null): string {
  const selection = getSelection();
  const said = article?.querySelector('.words');
  if (!selection || selection.isCollapsed || !said) return '';
  const { commonAncestorContainer } = selection.getRangeAt(0);
  return said.contains(commonAncestorContainer) ? selection.toString().trim() : '';
}
