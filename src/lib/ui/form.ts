import { getContext, setContext } from 'svelte';
import type { FieldState } from '#lib/domain/merging.ts';
import type { ChangesPage } from '#lib/domain/report/pages.ts';

/** A form that was refused, as its page is told of it: everything typed is still there. */
export interface RefusedForm {
  /** Which of the page's forms. */
  readonly form: string;
  readonly values: Readonly<Record<string, string | string[]>>;
  /** A sentence for each field that was not right. */
  readonly errors: Readonly<Record<string, string>>;
  /** What each of those fields is called; empty where nobody fills it in. */
  readonly names: Readonly<Record<string, string>>;
  /** A sentence for the whole form. */
  readonly refusal: string | null;
  readonly refused: string | null;
  /** What somebody else has saved since the form was made, laid beside what was typed. */
  readonly beside?: {
    readonly revision: number;
    readonly by: string | null;
    readonly at: Date | null;
    readonly fields: readonly {
      field: string;
      name: string;
      state: Exclude<FieldState, 'same'>;
      mine: string;
      theirs: string;
      changes: ChangesPage | null;
    }[];
    /** The writer's words to what is not there any more. */
    readonly gone: readonly { field: string; mine: string }[];
  } | null;
}

/** What was typed in a field of the named form, where it was refused; otherwise what it begins with. */
export function typed(
  refused: Pick<RefusedForm, 'form' | 'values'> | null | undefined,
  form: string,
  field: string,
  otherwise = ''
): string {
  if (refused?.form !== form) return otherwise;
  const value = refused.values[field];
  return typeof value === 'string' ? value : otherwise;
}

/** Every value that was chosen of a list in the named form, where it was refused. */
export function chosen(
  refused: RefusedForm | null | undefined,
  form: string,
  field: string,
  otherwise: readonly string[] = []
): readonly string[] {
  if (refused?.form !== form) return otherwise;
  const value = refused.values[field];
  return Array.isArray(value) ? value : value ? [value] : [];
}

/** What was wrong with a field of the named form. */
export function wrong(
  refused: RefusedForm | null | undefined,
  form: string,
  field: string
): string | undefined {
  return refused?.form === form ? refused.errors[field] : undefined;
}

/** A form that was refused, whole: any page can give its words back, and send it again. */
export interface UnsentForm {
  readonly form: string;
  readonly action: string;
  readonly fields: readonly {
    /** As it is sent. */
    readonly name: string;
    /** What it is called; null where nobody fills it in. */
    readonly label: string | null;
    readonly value: string;
  }[];
  readonly refusal: string | null;
  readonly isLoggedOut: boolean;
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
