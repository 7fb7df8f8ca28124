import type { Item } from './store.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is not typed, or must never be stored. */
const neverStored = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'];

/** As many rows as a form has. */
const maxRows = 30;

/** Returns each field of the form whose value differs from the one that the page came with. */
export function typedIn(form: HTMLFormElement): Item[] {
  const items: Item[] = [];
  for (const [field, at] of fieldsOf(form))
    if (isBox(field)) {
      if (field.checked !== field.defaultChecked)
        items.push([field.name, field.value, field.checked]);
    } else if (field.value !== initialValue(field)) items.push([field.name, at, field.value]);
  return items;
}

/** Returns whether the form contains all the items already. */
export const contains = (form: HTMLFormElement, items: readonly Item[]) =>
  items.every(([name, at, value]) => {
    const field = fieldAt(form, name, at);
    return field && (isBox(field) ? field.checked : field.value) === value;
  });

/** Puts the items into their fields, adding rows that are missing; returns what was there before. */
export function fill(form: HTMLFormElement, items: readonly Item[]): Item[] {
  const before: Item[] = [];
  for (const [name, at, value] of items) {
    const more = form.querySelector<HTMLButtonElement>('[data-more-rows]');
    for (let row = 0; more && !fieldAt(form, name, at) && row < maxRows; row++) more.click();
    const field = fieldAt(form, name, at);
    if (!field) continue;
    if (isBox(field)) {
      before.push([name, at, field.checked]);
      field.checked = value === true;
    } else {
      before.push([name, at, field.value]);
      field.value = withQuotation(form, field, String(value));
    }
  }
  return before;
}

/** Returns the draft of a reply, followed by the words that the field quotes since. */
function withQuotation(form: HTMLFormElement, field: Field, draft: string): string {
  const quoted = field.value.trim();
  const isQuoting = form.matches('[data-quotes]') && field.name === 'markdown';
  if (!isQuoting || !quoted || draft.includes(quoted)) return draft;
  return `${draft.trimEnd()}\n\n${field.value}`;
}

function fieldAt(form: HTMLFormElement, name: string, at: number | string): Field | null {
  for (const [field, place] of fieldsOf(form))
    if (field.name === name && (isBox(field) ? field.value : place) === at) return field;
  return null;
}

/** Yields each field that is typed in, and its place among those of its name. */
function* fieldsOf(form: HTMLFormElement): Generator<[Field, number]> {
  const seen = new Map<string, number>();
  for (const field of form.elements as unknown as Iterable<Field>) {
    if (!field.matches('input, textarea, select') || !field.name) continue;
    if (neverStored.includes(field.type)) continue;
    const at = seen.get(field.name) ?? 0;
    seen.set(field.name, at + 1);
    yield [field, at];
  }
}

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

function initialValue(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find((each) => each.defaultSelected) ?? options[0])?.value ?? '';
}
