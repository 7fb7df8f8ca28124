import { align } from '#lib/domain/document/align/align.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { renderBlock } from '#lib/domain/document/blocks/html.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { cutPages, type PageAsked } from '#lib/domain/paging.ts';
import { type ChangesPage, cutChangesPage, listChanges } from '#lib/domain/report/changes.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { alignDraft, parseDraft } from '../../text/drafts.ts';
import { readVersion } from '../../text/versions.ts';
import { listQuestions, type QuestionPage } from './draft-questions.ts';

/** About how many bytes the tags around a paragraph take. */
const tagBytes = 300;

/** Returns a page of the draft as it would be in a version: its blocks with their numbers and HTML. */
export function previewOf(markdown: string, asked: PageAsked) {
  const blocks = numbered(parseDraft(markdown));
  const weighed = blocks.map((block) => ({
    counts: true,
    bytes: tagBytes + block.markdown.length
  }));
  const page = cutPages(weighed).at(asked);
  const shown = blocks.slice(page.start, page.end);
  return { blocks: shown.map((block) => ({ ...block, html: renderBlock(block) })), page };
}

/** Which page is asked for of the changes, and of the questions about them. */
export type PreviewAsked = { changes: PageAsked; identity: PageAsked };

/**
 * Returns whether the draft is the latest version to the letter, what it would change, and the
 * questions about which paragraph became which; null if there is no version yet.
 */
export async function compareWithLatest(
  context: Context,
  { id, latestVersion }: DocumentHead,
  { markdown, corrections }: { markdown: string; corrections: Corrections },
  asked: PreviewAsked
): Promise<{ isUnchanged: boolean; changes: ChangesPage; identity: QuestionPage } | null> {
  if (!latestVersion) return null;
  const latest = await readVersion(context, id, latestVersion.number);
  const blocks = numbered(parseDraft(markdown));
  const rows = await alignDraft(context.database, latest, { markdown, blocks, corrections });
  const next = { number: latestVersion.number + 1, blocks };
  return {
    isUnchanged: latest.markdown === markdown,
    changes: cutChangesPage(listChanges(latest, next, rows), asked.changes),
    identity: await listQuestions(context, latest, { blocks, rows, corrections }, asked.identity)
  };
}

/** Returns the first page of the changes from the text that is saved to the one that was typed. */
export function changesBetween(saved: string, typed: string): ChangesPage {
  const [from, to] = [numbered(parseBlocks(saved)), numbered(parseBlocks(typed))];
  const changes = listChanges(
    { number: 0, blocks: from },
    { number: 0, blocks: to },
    align(from, to)
  );
  return cutChangesPage(changes, {});
}

function numbered(blocks: readonly Block[]) {
  let number = 0;
  return blocks.map((block) => ({ ...block, number: block.kind === 'heading' ? null : ++number }));
}
