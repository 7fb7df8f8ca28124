import { and, eq } from 'drizzle-orm';
import { findPassages, selectQuote, type TextRange } from '#lib/domain/document/quote/passages.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import {
  document,
  hearing,
  versionBlock,
  type QuoteSelector
} from '../../database/tables/index.ts';

/** Words that somebody marked or wrote, and where in the block they marked them, if they did. */
export type Chosen = { words: string; near: number | null };

/**
 * The selector of words in a block of the version in hearing. Refuses words that are not there
 * (quoteNotInBlock), and words that stand there more than once where nothing says which
 * (quoteAmbiguous).
 */
export async function quoteIn(
  { database }: Context,
  documentId: DocumentId,
  blockId: string,
  { words, near }: Chosen
): Promise<QuoteSelector> {
  const [block] = await database
    .select({ text: versionBlock.text })
    .from(versionBlock)
    .innerJoin(hearing, eq(hearing.versionId, versionBlock.versionId))
    .innerJoin(
      document,
      and(eq(document.id, hearing.documentId), eq(document.round, hearing.round))
    )
    .where(and(eq(document.id, documentId), eq(versionBlock.blockId, blockId)));
  if (!block) throw new Refusal('notFound');
  const { start, end } = choose(findPassages(block.text, words), near);
  return selectQuote(block.text, start, end);
}

function choose(found: TextRange[], near: number | null): TextRange {
  const [first, second] = found;
  if (!first) throw new Refusal('quoteNotInBlock');
  if (second && near === null) throw new Refusal('quoteAmbiguous');
  const away = ({ start }: TextRange) => Math.abs(start - (near ?? 0));
  return found.reduce((best, each) => (away(each) < away(best) ? each : best), first);
}
