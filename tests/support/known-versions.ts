import { align } from '#lib/domain/document/align/align.ts';
import { assignIdentity, firstIdentity } from '#lib/domain/document/identity/identity.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { takeTitle } from '#lib/domain/document/blocks/sections.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { compareVersions, type VersionText } from '#lib/domain/hearing/version-comparison.ts';

/** Returns the versions that publishing the texts one after another makes, with block ids and origins. */
export function knownVersions(...texts: string[]): VersionText[] {
  let ids = 0;
  const newId = () => String(++ids);
  const versions: VersionText[] = [];
  for (const markdown of texts) {
    const { title, blocks } = takeTitle(parseBlocks(markdown));
    const before = versions.at(-1);
    const { blocks: identified } = before
      ? assignIdentity(before.blocks, align(before.blocks, blocks), blocks, newId)
      : firstIdentity(blocks, newId);
    versions.push({
      title: title ?? before?.title ?? 'Havnen',
      blocks: blocks.map((block: Block, at) => ({
        ...block,
        blockId: identified[at]!.blockId,
        origins: identified[at]!.from
      }))
    });
  }
  return versions;
}

/** Returns the comparison of the first version with the last. */
export function compareEnds(versions: readonly VersionText[]) {
  const [from, ...later] = versions;
  return compareVersions(
    { from: from!, steps: later.map(({ blocks }) => blocks), to: later.at(-1) ?? from! },
    (name) => name
  );
}
