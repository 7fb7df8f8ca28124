import * as v from 'valibot';
import { sections } from '#lib/domain/document/blocks/sections.ts';
import { toMarkdown } from '#lib/domain/document/blocks/write.ts';
import { scopeTyped, type ScopeChoice, withinScope } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { uuid } from '../../formats/fields.ts';
import { listVersionBlocks } from '../../text/versions.ts';
import { readMeeting } from './meetings.ts';

/**
 * Returns the page on which a rewrite of the meeting is written; null for the public, who are to log
 * in. Throws Refusal('notFound') if `meetingId` is no id, and as readDocument and readMeeting do.
 */
export async function readNewRewritePage(context: Context, slug: string, meetingId: string | null) {
  const document = await readDocument(context, slug);
  if (!v.is(uuid, meetingId)) throw new Refusal('notFound');
  if (!context.viewer) return null;
  const meeting = await readMeeting(context, document, meetingId);
  const { id, region, heldOn, versionId, versionNumber, mayChange } = meeting;
  return {
    meeting: { id, region, heldOn, versionNumber },
    mayWrite: mayChange,
    sections: await listSections(context, versionId)
  };
}

/** A section that the meeting may have considered, with the number of its paragraphs. */
export type SectionChoice = { blockId: string; title: string; level: number; paragraphs: number };

/** Returns the sections of a version, in their order, to choose a scope among. */
export async function listSections(
  { database }: Context,
  versionId: string
): Promise<SectionChoice[]> {
  const blocks = await listVersionBlocks(database, versionId);
  return sections(blocks).flatMap(({ heading, level, start, end }) => {
    if (!heading) return [];
    const { blockId, text } = blocks[start]!;
    const paragraphs = blocks.slice(start, end).filter(({ kind }) => kind !== 'heading').length;
    return [{ blockId, title: text, level, paragraphs }];
  });
}

/** The meeting of a rewrite that is being written, and what of the draft it considered. */
type RewriteScope = ScopeChoice & { meeting: string };

/**
 * Returns the draft's own text of the scope, to fill an empty field with. Throws
 * Refusal('textInTheWay') if the field is not empty, and as readScopeText does.
 */
export async function prefillRewrite(
  context: Context,
  slug: string,
  { markdown, ...scope }: RewriteScope & { markdown: string }
): Promise<string> {
  if (markdown.trim()) throw new Refusal('textInTheWay');
  return readScopeText(context, slug, scope);
}

/**
 * Returns the draft's own text of the scope. Throws as readDocument, readMeeting, scopeTyped and
 * writeScope do.
 */
export async function readScopeText(
  context: Context,
  slug: string,
  { meeting, ...scope }: RewriteScope
): Promise<string> {
  const document = await readDocument(context, slug);
  const { versionId } = await readMeeting(context, document, meeting);
  return writeScope(context, versionId, scopeTyped(scope));
}

/**
 * Returns the Markdown of a version's sections under the headings, or all of it if `headings` is null.
 * Throws Refusal('rewriteNeedsScope') if that is no text.
 */
export async function writeScope(
  { database }: Context,
  versionId: string,
  headings: string[] | null
): Promise<string> {
  const considered = withinScope(await listVersionBlocks(database, versionId), headings);
  if (considered.length === 0) throw new Refusal('rewriteNeedsScope');
  return toMarkdown(considered);
}
