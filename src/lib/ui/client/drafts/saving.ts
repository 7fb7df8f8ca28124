import { draftOf, keptForms, placeOf } from './form.ts';
import { draftKey, removeDraft, saveDraft, type Store } from './store.ts';

/** A form's draft in this tab: its key, and whether the device has all that is typed. */
type FormDraft = { key: string; isSaved: boolean; timer: number };

/** In milliseconds: the draft is saved when nothing was typed for so long. */
const pause = 400;

/** The id of the member whose drafts these are, from the layout; null if nobody is logged in. */
export const member = document.getElementById('keeping')?.dataset.member ?? null;

/** The browser's storage, or null if it forbids it. */
export const store = deviceStore();

const drafts = new WeakMap<HTMLFormElement, FormDraft>();

/** The forms with words that the device would not take. */
const refused = new Set<HTMLFormElement>();

function deviceStore(): Store | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Returns the key of the form's draft in this tab, or undefined if nothing was typed in it. */
export const keyOf = (form: HTMLFormElement) => drafts.get(form)?.key;

/** Begins the form's draft under `key`, or goes on with the draft of that key. */
export function beginDraft(form: HTMLFormElement, key = newKey(form)): FormDraft {
  const draft = { key, isSaved: true, timer: 0 };
  drafts.set(form, draft);
  return draft;
}

const newKey = (form: HTMLFormElement) =>
  draftKey(member!, placeOf(form), Math.random().toString(36).slice(2));

/** Saves the form's draft when one pauses. */
export function saveSoon(form: HTMLFormElement): void {
  const draft = drafts.get(form) ?? beginDraft(form);
  draft.isSaved = false;
  clearTimeout(draft.timer);
  draft.timer = window.setTimeout(() => save(form), pause);
}

/** Saves the form's draft now, or removes it if all was deleted, and shows whether it is kept. */
export function save(form: HTMLFormElement): void {
  const draft = drafts.get(form);
  if (!draft || draft.isSaved) return;
  clearTimeout(draft.timer);
  const now = draftOf(form);
  const isEmpty = now.items.length === 0 && !form.querySelector('[role=alert]');
  if (isEmpty) removeDraft(store, draft.key);
  draft.isSaved = isEmpty || saveDraft(store, draft.key, now);
  if (draft.isSaved) refused.delete(form);
  else refused.add(form);
  const note = form.querySelector<HTMLElement>('[data-kept]');
  if (note) note.hidden = isEmpty || !draft.isSaved;
}

export function saveAll(): void {
  for (const form of keptForms(document)) save(form);
}

/** Whether the page has words that the device would not store. */
export const hasUnsaved = () => [...refused].some((form) => form.isConnected);

/** Forgets the words that the device would not store, since they are being sent. */
export const leaveUnsaved = () => refused.clear();

/** Forgets that the form has a draft in this tab. */
export function endDraft(form: HTMLFormElement): void {
  clearTimeout(drafts.get(form)?.timer);
  refused.delete(form);
  drafts.delete(form);
}
