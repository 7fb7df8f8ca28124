import type { BaseIssue } from 'valibot';
import type { Refusal, RefusalName } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Returns the sentence that says what was refused and what to do, in the request's language. */
export function refusalSentence({ refused, facts }: Refusal): string {
  const message = m[`refusal_${refused}`] as (facts: object) => string;
  const inWords = Object.entries<unknown>(facts).map(([name, fact]) => [
    name,
    fact instanceof Date ? dayInWords(fact) : fact
  ]);
  return message(Object.fromEntries(inWords));
}

/** Returns the date in Danish time, with its year: "2. marts 2026". */
const dayInWords = (at: Date) =>
  new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : getLocale(), {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen'
  }).format(at);

/** Returns the sentence for a field that is not valid. */
export function issueSentence(issue: BaseIssue<unknown>): string {
  const requirement = Number(issue.requirement);
  switch (issue.type) {
    case 'max_length':
    case 'max_graphemes':
      return m.form_too_long({ limit: requirement });
    case 'min_length':
      return requirement > 1 ? m.form_too_short({ least: requirement }) : m.form_required();
    case 'non_empty':
      return m.form_required();
    case 'email':
      return m.form_email();
    case 'iso_date':
    case 'iso_timestamp':
    case 'date':
      return m.form_date();
    case 'min_value':
    case 'max_value':
    case 'integer':
    case 'number':
      return m.form_number();
    case 'picklist':
    case 'uuid':
      return m.form_choose();
    default:
      return issue.received === 'undefined' ? m.form_required() : m.form_invalid();
  }
}

/** The names of the form fields that some refusals are about. */
const fields: Partial<Record<RefusalName, string>> = {
  duplicateUnexpected: 'duplicateOf',
  onlyWordsUnexpected: 'words',
  referralUnexpected: 'referredTo',
  regionUnexpected: 'regionId',
  reservationsUnexpected: 'wish',
  scopeUnexpected: 'scope',
  wordingUnexpected: 'wording'
};

/** Returns the name of the form field that the refusal is about, or null if it is the whole form. */
export const refusedField = ({ refused, facts }: Refusal): string | null =>
  'field' in facts ? String(facts.field) : (fields[refused] ?? null);

export const statusOf: Partial<Record<RefusalName, number>> = {
  notLoggedIn: 401,
  notAllowed: 403,
  notFound: 404,
  inputWithdrawn: 410,
  changeWithdrawn: 410,
  inputWithdrawnOnWish: 410,
  inputIsOwn: 410,
  stale: 409,
  newerVersion: 409,
  answeredMeanwhile: 409,
  allAnsweredMeanwhile: 409,
  wishSettled: 409,
  tooManyLogins: 429,
  tooOften: 429
};

/** The status of a form that could be read, and has an invalid field or is refused by a rule. */
export const unprocessable = 422;

/** Returns the HTTP status of a refusal. */
export const statusFor = ({ refused }: Refusal) => statusOf[refused] ?? unprocessable;
