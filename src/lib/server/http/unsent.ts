import type { RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { fieldName } from './field-names.ts';

type Returned = {
  form: string;
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  refusal: string | null;
  refused: string | null;
};

/** What gives a refused form back, and sends it again, on any page. */
export type UnsentForm = {
  form: string;
  action: string;
  /** By the names they are sent under; those that nobody fills in have no label. */
  fields: { name: string; label: string | null; value: string }[];
  refusal: string | null;
  isLoggedOut: boolean;
};

/** A form that was refused, whole, as it can be sent again from any page. */
export function unsentOf(
  { url }: Pick<RequestEvent, 'url'>,
  { form, values, errors, refusal, refused }: Returned
): UnsentForm {
  const fields = Object.entries(values).flatMap(([name, given]) => {
    const label = fieldName(form, name);
    const sentAs = Array.isArray(given) ? `${name}[]` : name;
    return [given].flat().map((value) => ({ name: sentAs, label, value }));
  });
  const isLoggedOut = refused === 'notLoggedIn';
  const atField = refused === null ? undefined : Object.values(errors)[0];
  const told = refusal ?? atField ?? m.form_invalid_value();
  return { form, action: url.pathname + url.search, fields, refusal: told, isLoggedOut };
}
