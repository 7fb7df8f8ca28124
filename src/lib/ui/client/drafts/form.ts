import { typedIn } from './fields.ts';
import type { Draft } from './store.ts';

const marked = 'form[data-keep]';

/** Returns the forms within `within` whose drafts are kept. */
export const keptForms = (within: ParentNode) => [
  ...within.querySelectorAll<HTMLFormElement>(marked)
];

/** Returns the form that `target` is or is in, if its drafts are kept; otherwise null. */
export function keptFormOf(target: EventTarget | null): HTMLFormElement | null {
  return (target as Element | null)?.closest<HTMLFormElement>(marked) ?? null;
}

/** Returns the place of the form's drafts: its page, and its name on that. */
export const placeOf = (form: HTMLFormElement) => `${location.pathname} ${form.dataset.keep}`;

/** Returns the revision that the form was made from, or an empty text. */
export const revisionOf = (form: HTMLFormElement) =>
  form.dataset.revision ?? hiddenIn(form, 'revision')?.value ?? '';

/** Returns the draft of what is typed in the form now. */
export const draftOf = (form: HTMLFormElement): Draft => ({
  at: Date.now(),
  revision: revisionOf(form),
  formKey: hiddenIn(form, 'formKey')?.value ?? '',
  items: typedIn(form)
});

/** Sets the form's key, unless `key` is empty or it has none, and returns the one before. */
export function setFormKey(form: HTMLFormElement, key: string): string {
  const field = hiddenIn(form, 'formKey');
  const before = field?.value ?? '';
  if (field && key) field.value = key;
  return before;
}

const hiddenIn = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
