import type { PassageChoice } from '#lib/server/commands/debate/set-passage.ts';

/** What the form's button for a place in a paragraph is called. */
export const placeValue = (place: { blockId: string; start: number; end: number }) =>
  `place:${place.blockId}:${place.start}:${place.end}`;

/** What the form's button for a whole paragraph is called. */
export const paragraphValue = (blockId: string) => `paragraph:${blockId}`;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const placePattern = new RegExp(`^place:(${uuid}):(\\d{1,9}):(\\d{1,9})$`);
const paragraphPattern = new RegExp(`^paragraph:(${uuid})$`);

/** What was chosen in the form; words that are written while nothing is chosen are the choice. */
export function choiceOf(given: string, words: string): PassageChoice | null {
  if (given === 'gone') return { type: 'gone' };
  const place = placePattern.exec(given);
  if (place)
    return { type: 'place', blockId: place[1]!, start: Number(place[2]), end: Number(place[3]) };
  const paragraph = paragraphPattern.exec(given);
  if (paragraph) return { type: 'paragraph', blockId: paragraph[1]! };
  return words === '' ? null : { type: 'words', words };
}
