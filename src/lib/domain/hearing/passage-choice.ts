/** Where a person says that the passage of a comment is now. */
export type PassageChoice =
  | { type: 'place'; blockId: string; start: number; end: number }
  | { type: 'words'; words: string }
  | { type: 'paragraph'; blockId: string }
  | { type: 'gone' };

/** Returns the value of the form's button for a place in a paragraph. */
export const placeValue = (place: { blockId: string; start: number; end: number }) =>
  `place:${place.blockId}:${place.start}:${place.end}`;

/** Returns the value of the form's button for a whole paragraph. */
export const paragraphValue = (blockId: string) => `paragraph:${blockId}`;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const placePattern = new RegExp(`^place:(${uuid}):(\\d{1,9}):(\\d{1,9})$`);
const paragraphPattern = new RegExp(`^paragraph:(${uuid})$`);

/** Returns the choice of a button's value, or of the words if it has none; null without either. */
export function choiceOf(given: string, words: string): PassageChoice | null {
  if (given === 'gone') return { type: 'gone' };
  const place = placePattern.exec(given);
  if (place)
    return { type: 'place', blockId: place[1]!, start: Number(place[2]), end: Number(place[3]) };
  const paragraph = paragraphPattern.exec(given);
  if (paragraph) return { type: 'paragraph', blockId: paragraph[1]! };
  return words === '' ? null : { type: 'words', words };
}
