import type { Item } from '../store.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is not typed, or must never be kept. */
const unkept = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'];

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

function* fieldsOf(form: HTMLFormElement): Generator<[Field, number]> {
  const seen = new Map<string, number>();
  for (const field of form.elements as unknown as Iterable<Field>) {
    if (!field.matches('input, textarea, select') || !field.name || unkept.includes(field.type))
      continue;
    const at = seen.get(field.name) ?? 0;
    seen.set(field.name, at + 1);
    yield [field, at];
  }
}

function beginsWith(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const options = [...field.options];
  return (options.find((each) => each.defaultSelected) ?? options[0])?.value ?? '';
}

/** What is in the form that it did not come with. */
export function typedIn(form: HTMLFormElement): Item[] {
  const items: Item[] = [];
  for (const [field, at] of fieldsOf(form))
    if (isBox(field)) {
      if (field.checked !== field.defaultChecked)
        items.push([field.name, field.value, field.checked]);
    } else if (field.value !== beginsWith(field)) items.push([field.name, at, field.value]);
  return items;
}

/** Whether all of it stands in the form already. */
export const holds = (form: HTMLFormElement, items: readonly Item[]) =>
  items.every(([name, at, value]) => {
    const field = fieldAt(form, name, at);
    return field && (isBox(field) ? field.checked : field.value) === value;
  });

/** Puts the items into the fields that they are of, a row added where one is missing; gives what stood there. */
export function fill(form: HTMLFormElement, items: readonly Item[]): Item[] {
  const before: Item[] = [];
  for (const [name, at, value] of items) {
    const more = form.querySelector<HTMLButtonElement>('[data-more-rows]');
    for (let row = 0; more && !fieldAt(form, name, at) && row < mostRows; row++) more.click();
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

/** As many as a form gives. */
const mostRows = 30;

/** A draft of a reply, and after it the words that were quoted for it since. */
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
