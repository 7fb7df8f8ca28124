import { expect, test } from 'vitest';
import { align } from '../document/align/align.ts';
import { parseBlocks } from '../document/blocks/blocks.ts';
import { listChanges } from './changes.ts';

const sentences = [
  'Kajen mellem slusen og kranen ejes af byen, og den må bruges af alle.',
  'Vandet i bassinet måles hver uge fra maj til september af laboratoriet.',
  'Trapperne ved badebroen er fra tresserne og skal repareres inden næste sommer.'
];

test('a paragraph that was cut up names where its parts stand, and each part where it is from', () => {
  const others = ['Sejlklubben lejer skuret.', 'Biblioteket åbner klokken ti.'];
  const from = heard(1, [sentences.join(' '), ...others]);
  const to = heard(2, [sentences[0]!, ...others, 'Slut.', sentences[1]!, 'Forfra.', sentences[2]!]);
  const { rows } = listChanges(from, to, align(from.blocks, to.blocks));
  expect(rows.map(({ relation, partOf, parts }) => [relation, partOf, parts])).toEqual([
    ['edited', undefined, { from: [], to: [5, 7] }],
    ['inserted', undefined, undefined],
    ['inserted', 1, undefined],
    ['inserted', undefined, undefined],
    ['inserted', 1, undefined]
  ]);
});

/** Returns a version whose paragraphs are these, numbered from 1. */
function heard(number: number, paragraphs: readonly string[]) {
  const blocks = parseBlocks(paragraphs.join('\n\n'));
  return {
    number,
    blocks: blocks.map((block, at) => ({ ...block, number: at + 1 }))
  };
}
