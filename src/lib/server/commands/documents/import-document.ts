import { and, eq } from 'drizzle-orm';
import { isVisible } from '#lib/domain/document/visible.ts';
import { cleanName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { document, draft } from '../../database/tables/index.ts';
import {
  type ImportedFile,
  type ImportedText,
  importText
} from '../../formats/files/document-text.ts';
import { beginDocument, type DocumentPlan } from './begin-document.ts';

export type DocumentImport = Omit<DocumentPlan, 'markdown' | 'title'> & {
  /** Null to take the title of the text. */
  title: string | null;
};

/**
 * Begins a document with the text of the file as its draft, under the given title or else that of
 * the text. The same text under the same title begins one document for a member: `isNew` says
 * whether it was begun now. Throws Refusal('titleMissing') if there is no title.
 */
export async function importDocument(
  context: Context,
  file: ImportedFile,
  { title: given, ...plan }: DocumentImport
): Promise<{ slug: string; text: ImportedText; isNew: boolean }> {
  const text = await importText(file.bytes, file.name);
  const title = titleOf(given, text);
  const { markdown } = text;
  const existing = await findSame(context, title, markdown);
  const slug = existing ?? (await beginDocument(context, { ...plan, title, markdown })).slug;
  return { slug, text, isNew: existing === null };
}

function titleOf(given: string | null, text: ImportedText): string {
  const cleaned = cleanName(given ?? '');
  const title = isVisible(cleaned) ? cleaned : text.title;
  if (!title) throw new Refusal('titleMissing');
  return title;
}

/** Returns the slug of a document that the viewer has begun with this title and draft, else null. */
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
