import { clear, find, forget, keep, keyOf, tidy, type Draft, type Store } from '../store.ts';
import { fill, holds, typedIn } from './fields.ts';
import { offer } from './offer.ts';

/** A form's draft in this tab: its key, and whether the device has all that is typed. */
type Keeping = { key: string; isKept: boolean; timer: number };

type Sent = { key: string; items: Draft['items'] };

/**
 * Keeps what is typed in the page's forms that bear `data-keep`, and offers it again: by the member,
 * the page, the place that the attribute names, and the revision that the form was made from.
 */
export function keepForms(member: string | null) {
  const store = deviceStore();
  const forms = new WeakMap<HTMLFormElement, Keeping>();
  const unkept = new Set<HTMLFormElement>();
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('drafts') : null;
  tidy(store, member, Date.now());
  if (remember('leaving', null) && member === null) clear(store);
  settleSent();
  document.addEventListener('submit', (event) => submitted(event));
  if (member === null) return;

  document.addEventListener('input', ({ target }) => typed(formOf(target)));
  document.addEventListener('change', ({ target }) => typed(formOf(target)));
  document.addEventListener('fresh', ({ target }) => offerAll(target as Element));
  document.addEventListener('sent', ({ target }) => sent(target as HTMLFormElement));
  document.addEventListener('carried', ({ target }) => carried(target as HTMLFormElement));
  document.addEventListener('closes', ({ target }) => save(target as HTMLFormElement));
  addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', saveAll);
  addEventListener('beforeunload', (event) => {
    saveAll();
    if ([...unkept].some((form) => form.isConnected)) event.preventDefault();
  });
  addEventListener('pageshow', () => offerAll(document));
  if (document.readyState === 'complete') offerAll(document);
  tabs?.addEventListener('message', ({ data }) => sentElsewhere(data as Sent));

  function typed(form: HTMLFormElement | null) {
    if (!form) return;
    const keeping = forms.get(form) ?? begin(form);
    keeping.isKept = false;
    clearTimeout(keeping.timer);
    keeping.timer = window.setTimeout(() => save(form), pause);
  }

  function begin(form: HTMLFormElement, key = keyOf(member!, placeOf(form), newId())): Keeping {
    const keeping = { key, isKept: true, timer: 0 };
    forms.set(form, keeping);
    return keeping;
  }

  function save(form: HTMLFormElement) {
    const keeping = forms.get(form);
    if (!keeping || keeping.isKept) return;
    clearTimeout(keeping.timer);
    const items = typedIn(form);
    const isEmpty = items.length === 0 && !form.querySelector('[role=alert]');
    const { key } = keeping;
    if (isEmpty) forget(store, key);
    keeping.isKept = isEmpty || keep(store, key, draftOf(form, items));
    if (keeping.isKept) unkept.delete(form);
    else unkept.add(form);
    const note = form.querySelector<HTMLElement>('[data-kept]');
    if (note) note.hidden = isEmpty || !keeping.isKept;
  }

  function saveAll() {
    for (const form of keptForms(document)) save(form);
  }

  function offerAll(within: ParentNode) {
    for (const form of keptForms(within)) {
      for (const shown of form.querySelectorAll('.kept-draft')) shown.remove();
      for (const { key, draft } of find(store, member!, placeOf(form)).slice(0, mostOffers)) {
        if (forms.get(form)?.key === key) continue;
        if (draft.items.length > 0 && holds(form, draft.items)) begin(form, key);
        else if (draft.items.length > 0) offerOne(form, key, draft);
      }
    }
  }

  function offerOne(form: HTMLFormElement, key: string, draft: Draft) {
    const shown = offer(form, draft, draft.revision !== revisionOf(form), {
      take() {
        const before = fill(form, draft.items);
        const [ownKey, formKey] = [forms.get(form)?.key, setFormKey(form, draft.formKey)];
        begin(form, key);
        form.dispatchEvent(new Event('input', { bubbles: true }));
        return () => {
          fill(form, before);
          setFormKey(form, formKey);
          if (ownKey) begin(form, ownKey);
          else forms.delete(form);
          keep(store, key, draft);
        };
      },
      drop() {
        forget(store, key);
        return () => void keep(store, key, draft);
      }
    });
    if (shown) shown.dataset.key = key;
  }

  function submitted(event: SubmitEvent) {
    const form = event.target as HTMLFormElement;
    if (new URL(form.action, location.href).pathname === '/logout') remember('leaving', true);
    if (event.defaultPrevented || !form.matches('[data-keep]')) return;
    save(form);
    unkept.clear();
    const key = forms.get(form)?.key;
    if (key) remember('sending', { key, items: typedIn(form) });
  }

  /** The server took the form that this tab sent: it led on to another page. */
  function settleSent() {
    const waiting = remember<Sent>('sending', null);
    const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const isTaken = came && came.type !== 'back_forward' && came.redirectCount > 0;
    if (waiting && isTaken && !document.querySelector('[data-refused]')) gone(waiting);
  }

  function sent(form: HTMLFormElement) {
    const keeping = forms.get(form);
    if (!keeping) return;
    carried(form);
    gone({ key: keeping.key, items: typedIn(form) });
  }

  /** Its words go on in the form that takes its place. */
  function carried(form: HTMLFormElement) {
    const keeping = forms.get(form);
    if (!keeping) return;
    clearTimeout(keeping.timer);
    unkept.delete(form);
    forms.delete(form);
    forget(store, keeping.key);
  }

  function gone(what: Sent) {
    forget(store, what.key);
    tabs?.postMessage(what);
  }

  /** What another tab has sent is offered no more, and is gone where it stands as it was sent. */
  function sentElsewhere({ key, items }: Sent) {
    for (const shown of document.querySelectorAll<HTMLElement>('.kept-draft'))
      if (shown.dataset.key === key) shown.remove();
    for (const form of keptForms(document)) {
      const keeping = forms.get(form);
      if (keeping?.key !== key) continue;
      clearTimeout(keeping.timer);
      forms.delete(form);
      if (holds(form, items)) form.reset();
      else typed(form);
    }
  }
}

/** How long a pause in typing is before it is written down. */
const pause = 400;
/** A form's head is not to be hidden behind old drafts. */
const mostOffers = 3;

const newId = () => Math.random().toString(36).slice(2);

/** Null where the browser forbids it. */
function deviceStore(): Store | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const keptForms = (within: ParentNode) => [
  ...within.querySelectorAll<HTMLFormElement>('form[data-keep]')
];

const formOf = (target: EventTarget | null) =>
  target instanceof HTMLFormElement
    ? target.matches('[data-keep]') && target
      ? target
      : null
    : ((target as Element | null)?.closest<HTMLFormElement>('form[data-keep]') ?? null);

const placeOf = (form: HTMLFormElement) => `${location.pathname} ${form.dataset.keep}`;

const hiddenIn = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);

const revisionOf = (form: HTMLFormElement) =>
  form.dataset.revision ?? hiddenIn(form, 'revision')?.value ?? '';

function setFormKey(form: HTMLFormElement, key: string): string {
  const field = hiddenIn(form, 'formKey');
  const before = field?.value ?? '';
  if (field && key) field.value = key;
  return before;
}

const draftOf = (form: HTMLFormElement, items: Draft['items']): Draft => ({
  at: Date.now(),
  revision: revisionOf(form),
  formKey: hiddenIn(form, 'formKey')?.value ?? '',
  items
});

/**
 * What this tab is sending, or that it is logging out, until the next page tells whether it was
 * taken; gives what was remembered.
 */
function remember<Asked>(name: 'sending' | 'leaving', asked: Asked | null): Asked | null {
  try {
    const before = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Asked | null;
    if (asked) sessionStorage.setItem(name, JSON.stringify(asked));
    else sessionStorage.removeItem(name);
    return before;
  } catch {
    return null;
  }
}
