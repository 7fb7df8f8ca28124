/** In milliseconds: a selection that has not changed for a quarter of a second is finished. */
const pause = 250;

/** Shows, beside words that are selected in a paragraph, a link to comment on them. */
export function offerToComment(): void {
  const words = document.querySelector<HTMLElement>('[data-comment-selection]');
  if (!words) return;
  const offer = document.createElement('a');
  offer.className = 'debate-offer';
  offer.textContent = words.dataset.commentSelection!;
  offer.dataset.writes = '';
  // A press on the offer must not take away the selection that it is about.
  offer.addEventListener('pointerdown', (event) => event.preventDefault());
  let timer = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => update(offer), pause);
  });
}

function update(offer: HTMLAnchorElement): void {
  const selection = getSelection();
  const selected = selection && !selection.isCollapsed ? selectedIn(selection) : null;
  if (!selected) {
    if (offer !== document.activeElement) offer.remove();
    return;
  }
  const { text, opener, range, words } = selected;
  const address = new URL(opener.href, location.href);
  address.searchParams.set('words', words);
  address.searchParams.set('near', String(offsetOf(text, range)));
  offer.href = address.href;
  offer.dataset.writes = opener.dataset.writes;
  text.after(offer);
  place(offer, range.getBoundingClientRect());
}

/** Returns the selected words if they are in one paragraph that can be commented on. */
function selectedIn(selection: Selection) {
  const range = selection.getRangeAt(0);
  const text = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>('.text[data-block]');
  const opener = text?.parentElement?.querySelector<HTMLAnchorElement>('.acts a[data-writes]');
  const words = selection.toString().trim();
  return text && opener && words ? { text, opener, range, words } : null;
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** Returns the number of characters of the paragraph before the selection. */
function offsetOf(text: HTMLElement, range: Range): number {
  const before = document.createRange();
  before.selectNodeContents(text.querySelector('.item') ?? text);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().trimStart().length;
}

/** Places the offer below the selection, within the window. */
function place(offer: HTMLElement, { bottom, left }: DOMRect): void {
  const maxLeft = innerWidth - offer.offsetWidth - 8;
  offer.style.top = `${Math.min(bottom + 8, innerHeight - 56)}px`;
  offer.style.left = `${Math.max(8, Math.min(left, maxLeft))}px`;
}
