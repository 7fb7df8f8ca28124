import { tell } from '../events.ts';

/** A page of the forum, as it was answered. */
export type Fetched = {
  page: Document;
  /** Its address after redirects. */
  url: URL;
  /** Whether the server redirected, as it does when it took a form. */
  isRedirected: boolean;
};

/** Returns the part of the page that `element` is in, or null if it is in none. */
export const partOf = (element: Element) => element.closest<HTMLElement>('[data-part]');

/** Fetches the page at `address`, by POST if there is a form to send. Throws if the server fails. */
export async function fetchPage(address: string, form?: FormData): Promise<Fetched> {
  // Without it the server takes a form that script sends to ask for JSON.
  const headers = { accept: 'text/html' };
  const response = await fetch(
    address,
    form ? { method: 'POST', body: form, headers } : { headers }
  );
  if (response.status >= 500) throw new Error(String(response.status));
  const html = await response.text();
  return {
    page: new DOMParser().parseFromString(html, 'text/html'),
    url: new URL(response.url),
    isRedirected: response.ok && response.redirected
  };
}

/**
 * Replaces `part` with the element of the same id in `page`, keeps its fold open, and returns the
 * new element; null, and nothing replaced, if `page` has none.
 */
export function replacePart(part: HTMLElement, page: Document): HTMLElement | null {
  const found = page.getElementById(part.id);
  if (!found) return null;
  const fresh = document.importNode(found, true);
  const fold = foldOf(fresh);
  if (fold && foldOf(part)?.open) fold.open = true;
  part.replaceWith(fresh);
  tell('part-replaced', fresh);
  return fresh;
}

const foldOf = (part: HTMLElement) => part.querySelector<HTMLDetailsElement>(':scope > details');
