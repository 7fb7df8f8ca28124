/** The parts of the page that are brought up to date as one, each with an id that stays. */
const parts = '.block[id], #hele-teksten, #debat, #om-udgaaet';

export const partOf = (element: Element) => element.closest<HTMLElement>(parts);

/** The page at the address, as it is now; the forum's own pages only. */
export async function fetchPage(address: string, sent?: FormData): Promise<Fetched> {
  // Without it the server takes a form sent by script to ask for JSON.
  const headers = { accept: 'text/html' };
  const response = await fetch(
    address,
    sent ? { method: 'POST', body: sent, headers } : { headers }
  );
  if (response.status >= 500) throw new Error(String(response.status));
  const html = await response.text();
  return {
    page: new DOMParser().parseFromString(html, 'text/html'),
    url: new URL(response.url),
    isDone: response.ok && response.redirected
  };
}

export type Fetched = {
  page: Document;
  /** Where the answer came from, after redirects. */
  url: URL;
  /** A form was taken: the server sent us on. */
  isDone: boolean;
};

/** Puts the part as it is on the fetched page in its place; null where it is not there. */
export function replacePart(part: HTMLElement, page: Document): HTMLElement | null {
  const fresh = page.getElementById(part.id);
  if (!fresh) return null;
  const adopted = document.importNode(fresh, true);
  const wasOpen = part.querySelector<HTMLDetailsElement>('.talk')?.open;
  const talk = adopted.querySelector<HTMLDetailsElement>('.talk');
  if (talk && wasOpen) talk.open = true;
  part.replaceWith(adopted);
  adopted.dispatchEvent(new CustomEvent('fresh', { bubbles: true }));
  return adopted;
}

/** Says a sentence at the page's foot and to a screen reader, in the layout's own region. */
export function say(sentence: string) {
  const region = document.querySelector('.live');
  if (!region) return;
  const toast = document.createElement('div');
  toast.className = 'debate-toast';
  toast.textContent = sentence;
  region.replaceChildren(toast);
  setTimeout(() => toast.remove(), shownFor);
}

/** Long enough to read two lines. */
const shownFor = 8000;

/** Brings the focus to what has come, without a jump where it is in view. */
export function land(element: HTMLElement | null) {
  if (!element) return;
  if (!element.matches('a, button, textarea, input')) element.tabIndex = -1;
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  element.focus({ preventScroll: true });
  const { top, bottom, height } = element.getBoundingClientRect();
  const block = height > innerHeight / 2 ? 'start' : 'center';
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block });
}
