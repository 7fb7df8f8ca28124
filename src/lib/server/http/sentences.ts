import type { BaseIssue } from 'valibot';
import type { Refusal } from '#lib/domain/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The sentence that tells a person what was refused and what to do, in their language. */
export function refusalSentence({ refused, facts }: Refusal): string {
  const message = m[`refusal_${refused}`] as (facts: object) => string;
  const inWords = Object.entries<unknown>(facts).map(([name, fact]) => [
    name,
    fact instanceof Date ? dayInWords(fact) : fact
  ]);
  return message(Object.fromEntries(inWords));
}

/** The day by Danish clocks, with its year: "2. marts 2026". */
const dayInWords = (at: Date) =>
  new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : getLocale(), {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen'
  }).format(at);

/** The sentence for a field that was not filled as it must be. */
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
