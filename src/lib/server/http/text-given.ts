import { isVisible, readsAlike } from '#lib/domain/document/visible.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { readTextFile } from '../formats/files/text-file.ts';
import { asRefusal, refuseBadFile } from '../formats/files/file-errors.ts';
import { isPdf, readPdf } from '../formats/files/pdf.ts';

/** What the engine aligns within a second; a vision of 100 pages has a third of it. */
const maxTextBytes = 1_000_000;

/** A text field of a form, and the file that can be chosen instead. */
export type TextOrFile = {
  /** The field's name. */
  field: string;
  /** The text in the field. */
  typed: string;
  file: File | undefined;
  /** The texts that the page may have filled the field with, which nobody has typed. */
  prefilled?: readonly string[];
};

/**
 * Returns the file of a form, or null if none was chosen. Throws Refusal('textAndFile') if somebody
 * has typed a text in the field as well.
 */
export function fileGiven({ field, typed, file, prefilled = [] }: TextOrFile): File | null {
  if (!isChosen(file)) return null;
  if (isVisible(typed) && !prefilled.some((each) => readsAlike(each, typed)))
    throw new Refusal('textAndFile', { field });
  return file;
}

/** Returns whether a file was chosen; if not, a browser sends an empty one without a name. */
export const isChosen = (file: File | undefined): file is File =>
  file !== undefined && (file.size > 0 || file.name !== '');

/**
 * Returns the text of the file of a form, that of a PDF in Markdown, or the typed text if none was
 * chosen. Throws as fileGiven does, and the Refusal of what is wrong with the file if it has no text.
 */
export async function textGiven(given: TextOrFile): Promise<string> {
  const file = fileGiven(given);
  if (!file) return given.typed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPdf(bytes)) return (await readPdf(bytes).catch(asRefusal)).markdown;
  const { text } = refuseBadFile(() => readTextFile(bytes, maxTextBytes));
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '');
}
