import * as v from 'valibot';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import {
  type ImportedFile,
  type ImportedText,
  importText
} from '../../formats/files/document-text.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { importFields } from './import-topic.ts';
import { saveDraft } from './save-draft.ts';

export const draftImportForm = v.object({ ...importFields, revision: wholeNumber() });

/** Saves the text of the file as the draft and returns it. Throws as saveDraft does. */
export async function importDraft(
  context: Context,
  documentId: DocumentId,
  file: ImportedFile,
  revision: number
): Promise<ImportedText> {
  const text = await importText(file.bytes, file.name);
  await saveDraft(context, documentId, { markdown: text.markdown, revision });
  return text;
}
