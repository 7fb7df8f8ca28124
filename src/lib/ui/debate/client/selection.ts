/** What is marked in a paragraph can be commented on from where it was marked. */
export function commentSelection(debate: HTMLElement, signal: AbortSignal) {
  const offer = document.createElement('a');
  offer.className = 'debate-offer';
  offer.textContent = debate.dataset.saying ?? '';
  offer.dataset.writes = '';
  // A press on the offer must not take away the selection that it is about.
  offer.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  let timer = 0;
  const look = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => place(offer), settled);
  };
  document.addEventListener('selectionchange', look, { signal });
  signal.addEventListener('abort', () => offer.remove());
}

/** A selection that has not moved for so long is made. */
const settled = 250;

function place(offer: HTMLAnchorElement) {
  const selection = getSelection();
  const chosen = selection && !selection.isCollapsed ? chosenIn(selection) : null;
  if (!chosen) {
    if (offer !== document.activeElement) offer.remove();
    return;
  }
  const { text, way, range, words } = chosen;
  const address = new URL(way.href, location.href);
  address.searchParams.set('words', words);
  address.searchParams.set('near', String(offsetOf(text, range)));
  offer.href = address.href;
  offer.dataset.writes = way.dataset.writes;
  text.after(offer);
  const { bottom, left } = range.getBoundingClientRect();
  const widest = innerWidth - offer.offsetWidth - 8;
  offer.style.top = `${Math.min(bottom + 8, innerHeight - 56)}px`;
  offer.style.left = `${Math.max(8, Math.min(left, widest))}px`;
}

/** The marked words, where they stand in one paragraph that can be commented on. */
function chosenIn(selection: Selection) {
  const range = selection.getRangeAt(0);
  const text = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>('.text[data-block]');
  const way = text?.parentElement?.querySelector<HTMLAnchorElement>('.acts a[data-writes]');
  const words = selection.toString().trim();
  return text && way && words ? { text, way, range, words } : null;
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** How many characters of the paragraph stand before what is marked. */
function offsetOf(text: HTMLElement, range: Range): number {
  const before = document.createRange();
  before.selectNodeContents(text.querySelector('.item') ?? text);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().trimStart().length;
}
