/** Keeps the selection when one presses a link with `data-quotes`, which quotes it. */
export function keepSelection(): void {
  document.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('[data-quotes]')) event.preventDefault();
  });
}

/** Returns the address of `link`; of one that quotes a comment, with the words selected in it. */
export function quotingAddress(link: HTMLAnchorElement): string {
  const words = link.matches('[data-quotes]') ? selectedIn(link.closest('article')) : '';
  if (!words) return link.href;
  const address = new URL(link.href);
  address.searchParams.set('words', words);
  return address.href;
}

/** Returns the selected words if all of them are of the comment; otherwise none. */
function selectedIn(article: Element | null): string {
  const selection = getSelection();
  const words = article?.querySelector('.words');
  if (!selection || selection.isCollapsed || !words) return '';
  const { commonAncestorContainer } = selection.getRangeAt(0);
  return words.contains(commonAncestorContainer) ? selection.toString().trim() : '';
}
