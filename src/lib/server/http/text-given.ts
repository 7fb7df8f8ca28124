import { isVisible, readsAlike } from '#lib/domain/document/visible.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readTextFile } from '../formats/files/text-file.ts';
import { refuseBadFile } from '../formats/files/file-errors.ts';

/** What the engine promises to align within a second; a vision of 100 pages is a third of it. */
const largestText = 1_000_000;

/** A field for a text, and the file that can be chosen in its place. */
export type TextOrFile = {
  /** The field's name, and what stands in it. */
  field: string;
  typed: string;
  file: File | undefined;
  /** What the page itself had put in the field, which nobody has written. */
  begunWith?: readonly string[];
};

/**
 * The file that a form sends, null where none was chosen. Refuses one beside words that somebody
 * has written in the field: only one of them could be taken.
 */
export function fileGiven({ field, typed, file, begunWith = [] }: TextOrFile): File | null {
  if (!isChosen(file)) return null;
  if (isVisible(typed) && !begunWith.some((each) => readsAlike(each, typed)))
    throw new Refusal('textAndFile', { field });
  return file;
}

/** Whether a file was chosen: a browser sends an empty one without a name where none was. */
export const isChosen = (file: File | undefined): file is File =>
  file !== undefined && (file.size > 0 || file.name !== '');

/**
 * The text that a form gives: that of the file where one was chosen, else what was typed.
 * Refuses both at once, and a file that is not text, by what is wrong with it.
 */
export async function textGiven(given: TextOrFile): Promise<string> {
  const file = fileGiven(given);
  if (!file) return given.typed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { text } = refuseBadFile(() => readTextFile(bytes, largestText));
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '');
}
