import { and, eq } from 'drizzle-orm';
import { isVisible } from '#lib/domain/document/visible.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { document, draft } from '../../database/tables/index.ts';
import { type ImportedFile, type ImportedText, readText } from '../../formats/document-text.ts';
import { beginDocument, type DocumentPlan, saveDraft } from './drafts.ts';

export type DocumentImport = Omit<DocumentPlan, 'markdown' | 'title'> & {
  /** Null to take the text's own. */
  title: string | null;
};

/**
 * Begins a document whose draft is the text of the file, under the title that is given or else the
 * text's own. The same text under the same title makes one document for a member: `isNew` says
 * whether it was made now. Refuses a text without a title where none is given.
 */
export async function importDocument(
  context: Context,
  file: ImportedFile,
  { title, ...plan }: DocumentImport
): Promise<{ slug: string; text: ImportedText; isNew: boolean }> {
  const text = readText(file.bytes, file.name);
  const given = cleanName(title ?? '');
  const named = isVisible(given) ? given : text.title;
  if (!named) throw new Refusal('titleMissing');
  const { markdown } = text;
  const before = await findSame(context, named, markdown);
  const slug = before ?? (await beginDocument(context, { ...plan, title: named, markdown })).slug;
  return { slug, text, isNew: before === null };
}

/** A document that the member has begun by the title, with the text still in its draft. */
async function findSame(context: Context, title: string, markdown: string): Promise<string | null> {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({ slug: document.slug })
    .from(document)
    .innerJoin(draft, eq(draft.documentId, document.id))
    .where(
      and(
        eq(document.createdBy, viewer.id),
        eq(document.title, title),
        eq(draft.markdown, markdown)
      )
    );
  return found?.slug ?? null;
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
