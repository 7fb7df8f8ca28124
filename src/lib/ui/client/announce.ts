/** In milliseconds: long enough to read two lines. */
const shownFor = 8000;

/** Shows `sentence` at the foot of the page and reads it out, in the layout's live region. */
export function announce(sentence: string): void {
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.textContent = sentence;
  region()?.replaceChildren(toast);
  setTimeout(() => toast.remove(), shownFor);
}

/** Announces that nothing came back from the server: `unsent` of a form, `unfetched` of a page. */
export function announceFailure(failure: 'unsent' | 'unfetched'): void {
  announce(region()?.dataset[failure] ?? '');
}

const region = () => document.querySelector<HTMLElement>('[data-announces]');
