import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../context.ts';
import { beginDocument, saveDraft, type DocumentPlan } from '../documents/actions.ts';
import { readText, type ImportedText } from './text.ts';

/** A file from outside; its name is there to tell what it holds. */
export type ImportedFile = { bytes: Uint8Array; name: string };

export type DocumentImport = Omit<DocumentPlan, 'markdown' | 'title'> & {
  /** Null to take the text's own. */
  title: string | null;
};

/**
 * Begins a document whose draft is the text of the file, under the title that is given or else the
 * text's own. Refuses a text without a title where none is given.
 */
export async function importDocument(
  context: Context,
  file: ImportedFile,
  { title, ...plan }: DocumentImport
): Promise<{ slug: string; text: ImportedText }> {
  const text = readText(file.bytes, file.name);
  const named = title?.trim() || text.title;
  if (!named) throw new Refusal('titleMissing');
  const { slug } = await beginDocument(context, { ...plan, title: named, markdown: text.markdown });
  return { slug, text };
}

/** Puts the text of the file in the draft's place. Refuses with stale where it was saved since. */
export async function importDraft(
  context: Context,
  documentId: string,
  file: ImportedFile,
  revision: number
): Promise<ImportedText> {
  const text = readText(file.bytes, file.name);
  await saveDraft(context, documentId, { markdown: text.markdown, revision });
  return text;
}
