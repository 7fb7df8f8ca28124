import { getContext, setContext } from 'svelte';
import type { RefusedForm } from '#lib/domain/refused-form.ts';
import { fieldName, type FieldOf, type FormName } from './form-fields.ts';

type Refused = RefusedForm | null | undefined;

/**
 * Returns the props of a Field for the field `name` of `form`: its label, its value (what was typed
 * if `form` was refused, otherwise `initial`) and its error.
 */
export const field = <Form extends FormName>(
  refused: Refused,
  form: Form,
  name: FieldOf<Form>,
  initial = ''
) => ({
  name,
  label: fieldName(form, name) ?? name,
  value: typed(refused, form, name, initial),
  error: wrong(refused, form, name)
});

/** Returns what was typed in the field `name` if `form` was refused, otherwise `initial`. */
export function typed(refused: Refused, form: string, name: string, initial = ''): string {
  if (refused?.form !== form) return initial;
  const value = refused.values[name];
  return typeof value === 'string' ? value : initial;
}

/** Returns the choices made in the list `name` if `form` was refused, otherwise `initial`. */
export function chosen(
  refused: Refused,
  form: string,
  name: string,
  initial: readonly string[] = []
): readonly string[] {
  if (refused?.form !== form) return initial;
  const value = refused.values[name];
  return Array.isArray(value) ? value : value ? [value as string] : [];
}

/** Returns the error of the field `name` if `form` was refused, otherwise undefined. */
export function wrong(refused: Refused, form: string, name: string): string | undefined {
  return refused?.form === form ? refused.errors[name] : undefined;
}

const shownForms = Symbol('shownForms');

/** Returns a set that has, once the page is rendered, the names of the refused forms it shows. */
export function collectShownForms(): Set<string> {
  const forms = new Set<string>();
  setContext(shownForms, forms);
  return forms;
}

/** Tells the layout that the page shows the refused form named `form`. */
export const markShown = (form: string) =>
  getContext<Set<string> | undefined>(shownForms)?.add(form);
