import { Refusal } from '#lib/domain/refusal.ts';
import { FileEmpty, FileNotText, FileNotUtf8, FileTooLarge } from '../formats/errors.ts';
import { readTextFile } from '../formats/text-file.ts';

/** What the engine promises to align within a second; a vision of 100 pages is a third of it. */
const largestText = 1_000_000;

/**
 * The text that a form gives: that of the file where one was chosen, else what was typed.
 * Refuses a file that is not text, by what is wrong with it.
 */
export async function textGiven(typed: string, file?: File): Promise<string> {
  if (!file || (file.size === 0 && file.name === '')) return typed;
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return readTextFile(bytes, largestText).text.replaceAll('\r\n', '\n').replaceAll('\0', '');
  } catch (thrown) {
    throw refusalOf(thrown);
  }
}

function refusalOf(thrown: unknown): unknown {
  if (thrown instanceof FileEmpty) return new Refusal('fileEmpty');
  if (thrown instanceof FileTooLarge)
    return new Refusal('fileTooLarge', { megabytes: largestText / 1_000_000 });
  if (thrown instanceof FileNotText) return new Refusal('fileNotText');
  if (thrown instanceof FileNotUtf8) return new Refusal('fileNotUtf8');
  return thrown;
}
