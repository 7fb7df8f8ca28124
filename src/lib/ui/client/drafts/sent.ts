import { contains, typedIn } from './fields.ts';
import { keptForms } from './form.ts';
import { endDraft, keyOf, leaveUnsaved, save, saveSoon, store } from './saving.ts';
import { removeDraft, type Draft } from './store.ts';

/** What was sent, with the key of its draft. */
type Sent = { key: string; items: Draft['items'] };

const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('drafts') : null;

/** Notes what the page is sending as it is left: the next page knows whether the server took it. */
export function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (new URL(form.action, location.href).pathname === '/logout') remember('leaving', true);
  if (event.defaultPrevented || !form.matches('[data-keep]')) return;
  save(form);
  leaveUnsaved();
  const key = keyOf(form);
  if (key) remember('sending', { key, items: typedIn(form) });
}

/** Returns whether this tab logged out as it left the last page. */
export const hasLoggedOut = () => remember('leaving', null) !== null;

/** Removes the draft that the last page sent, if the server took it: it redirected to this page. */
export function settleSent(): void {
  const waiting = remember<Sent>('sending', null);
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isTaken = arrival && arrival.type !== 'back_forward' && arrival.redirectCount > 0;
  if (waiting && isTaken && !document.querySelector('[data-refused]')) removeEverywhere(waiting);
}

/** Removes the draft of a form that the server took in place. */
export function sentInPlace(form: HTMLFormElement): void {
  const key = keyOf(form);
  if (key === undefined) return;
  moved(form);
  removeEverywhere({ key, items: typedIn(form) });
}

/** Removes the draft of a form whose words go on in another. */
export function moved(form: HTMLFormElement): void {
  const key = keyOf(form);
  if (key === undefined) return;
  endDraft(form);
  removeDraft(store, key);
}

function removeEverywhere(sent: Sent): void {
  removeDraft(store, sent.key);
  tabs?.postMessage(sent);
}

/** Hears what other tabs send: it is offered no more, and is removed from forms that contain it. */
export function hearOtherTabs(): void {
  tabs?.addEventListener('message', ({ data }) => {
    const { key, items } = data as Sent;
    for (const shown of document.querySelectorAll<HTMLElement>('.kept-draft'))
      if (shown.dataset.key === key) shown.remove();
    for (const form of keptForms(document)) {
      if (keyOf(form) !== key) continue;
      endDraft(form);
      if (contains(form, items)) form.reset();
      else saveSoon(form);
    }
  });
}

/** Replaces what this tab remembers under `name` until the next page, and returns what it was. */
function remember<Value>(name: 'sending' | 'leaving', value: Value | null): Value | null {
  try {
    const before = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Value | null;
    if (value) sessionStorage.setItem(name, JSON.stringify(value));
    else sessionStorage.removeItem(name);
    return before;
  } catch {
    return null;
  }
}
