import { getContext, setContext } from 'svelte';
import type { RefusedForm } from '#lib/domain/refused-form.ts';
import { fieldName, type FieldOf, type FormName } from './form-fields.ts';

type Refused = RefusedForm | null | undefined;

/**
 * Returns what draws the field `name` of `form`: what it is called, what was typed in it if the form
 * was refused, otherwise `initial`, and what was wrong with it.
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

/** Returns what was typed in the field `name` of `form` if it was refused, otherwise `initial`. */
export function typed(refused: Refused, form: string, name: string, initial = ''): string {
  if (refused?.form !== form) return initial;
  const value = refused.values[name];
  return typeof value === 'string' ? value : initial;
}

/** Returns what was chosen in the list `name` of `form` if it was refused, otherwise `initial`. */
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

/** Returns what was wrong with the field `name` of `form`, or undefined. */
export function wrong(refused: Refused, form: string, name: string): string | undefined {
  return refused?.form === form ? refused.errors[name] : undefined;
}

const told = Symbol('told');

/** Lets the layout know, once its page is rendered, which refused forms the page has told of. */
export function collectTold(): Set<string> {
  const forms = new Set<string>();
  setContext(told, forms);
  return forms;
}

/** Notes that the page itself gives the form back. */
export const tellOf = (form: string) => getContext<Set<string> | undefined>(told)?.add(form);
