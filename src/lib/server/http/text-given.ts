import { readTextFile } from '../formats/text-file.ts';
import { reading } from '../imports/files.ts';

/** What the engine promises to align within a second; a vision of 100 pages is a third of it. */
const largestText = 1_000_000;

/**
 * The text that a form gives: that of the file where one was chosen, else what was typed.
 * Refuses a file that is not text, by what is wrong with it.
 */
export async function textGiven(typed: string, file?: File): Promise<string> {
  if (!file || (file.size === 0 && file.name === '')) return typed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { text } = reading(() => readTextFile(bytes, largestText));
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '');
}
