import { m } from '#lib/paraglide/messages.js';

/** A passage correction: who made it in which version; the passage's words, or null for its block. */
type Correction = { by: string; versionNumber: number; words: string | null };

/** Returns the sentence that tells of a passage correction: "Ida Holm har rettet stedet til …". */
export function correctionSentence(correction: Correction, isGone: boolean): string {
  const { by: name, versionNumber: version, words } = correction;
  if (isGone) return m.passage_card_gone({ name, version });
  if (words === null) return m.passage_card_paragraph({ name, version });
  return m.passage_card_words({ name, version, words });
}
