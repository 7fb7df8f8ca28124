import { m } from '#lib/paraglide/messages.js';

/** Who said where a passage stands, of which version, and in which words; null: in the whole block. */
type PassageSaid = { by: string; versionNumber: number; words: string | null };

/** "Ida Holm har rettet stedet til …": what a person has said of where a passage stands. */
export function passageSaidBy(said: PassageSaid, isGone: boolean): string {
  const { by: name, versionNumber: version, words } = said;
  if (isGone) return m.passage_card_gone({ name, version });
  if (words === null) return m.passage_card_paragraph({ name, version });
  return m.passage_card_words({ name, version, words });
}
