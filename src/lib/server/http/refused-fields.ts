import type { Refusal, RefusalName } from '#lib/domain/refusal.ts';

/** Of a refusal that is about one field of a form: its name, as the form sends it. */
const fields: Partial<Record<RefusalName, string>> = {
  duplicateUnexpected: 'duplicateOf',
  onlyWordsUnexpected: 'words',
  referralUnexpected: 'referredTo',
  regionUnexpected: 'regionId',
  reservationsUnexpected: 'wish',
  scopeUnexpected: 'scope',
  wordingUnexpected: 'wording'
};

/** The field at which the refusal's sentence stands; null where it is about the whole form. */
export const refusedField = ({ refused, facts }: Refusal): string | null =>
  'field' in facts ? String(facts.field) : (fields[refused] ?? null);
