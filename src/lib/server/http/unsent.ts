import type { RequestEvent } from '@sveltejs/kit';
import type { RefusedForm, UnsentForm } from '#lib/domain/refused-form.ts';
import { m } from '#lib/paraglide/messages.js';

/** Returns the refused form with its address and fields, so that an error page can send it again. */
export function unsentOf(
  { url }: Pick<RequestEvent, 'url'>,
  { form, values, errors, refusal, refused }: RefusedForm
): UnsentForm {
  const fields = Object.entries(values).flatMap(([name, given]) => {
    const sentAs = Array.isArray(given) ? `${name}[]` : name;
    return [given].flat().map((value) => ({ field: name, name: sentAs, value }));
  });
  const isLoggedOut = refused === 'notLoggedIn';
  const fieldError = refused === null ? undefined : Object.values(errors)[0];
  const sentence = refusal ?? fieldError ?? m.form_invalid_value();
  return { form, action: url.pathname + url.search, fields, refusal: sentence, isLoggedOut };
}
