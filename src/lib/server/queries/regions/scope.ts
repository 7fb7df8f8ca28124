import { sections, toMarkdown } from '#lib/domain/document/index.ts';
import { withinScope } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { listVersionBlocks } from '../../text/versions.ts';

/** A heading that a meeting can have got through, with how many paragraphs stand under it. */
export type SectionChoice = { blockId: string; title: string; level: number; paragraphs: number };

/** The sections of a version that a scope is chosen among, in their order. */
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

/** The draft's own text of a scope, to be edited from. Refuses a scope that holds nothing. */
export async function writeOutScope(
  { database }: Context,
  versionId: string,
  headings: string[] | null
): Promise<string> {
  const considered = withinScope(await listVersionBlocks(database, versionId), headings);
  if (considered.length === 0) throw new Refusal('rewriteNeedsScope');
  return toMarkdown(considered);
}
