import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../align/align.ts';
import type { Block } from '../block.ts';
import { parseBlocks } from '../blocks/blocks.ts';
import { inPlace, toSide, fromSide } from './comparison-sides.ts';
import { compare, isChanged, type ComparedRow, type Comparison } from './comparison.ts';

const FERRY = 'Færgen sejler hver time, også om natten.';
const QUAY = 'Kajen skal males af dem, der bor ved den.';
const HARBOUR = 'Vi vil have en ny havnefoged, som taler med fiskerne.';

describe('two texts compared', () => {
  test('equal texts have no changed row', () => {
    expect(rows(compared([FERRY, QUAY], [FERRY, QUAY])).filter(isChanged)).toEqual([]);
  });

  test('a moved paragraph leaves a sign where it stood, with where it went', () => {
    const comparison = compared([FERRY, QUAY, HARBOUR], [HARBOUR, FERRY, QUAY]);
    const at = comparison.findIndex(({ type }) => type === 'departure');
    expect(comparison[at]).toMatchObject({ from: [2], to: [0] });
    expect(comparison[at - 1]).toMatchObject({ type: 'row', from: [1] });
  });

  test('a paragraph made a heading is changed though its words are the same', () => {
    const [row] = rows(compare([paragraph(FERRY)], [heading(FERRY)], [paired()]));
    expect(row!.reshaped && isChanged(row!)).toBe(true);
  });

  test('words made bold are changed though a reader of the bare text sees none', () => {
    const bold = { ...paragraph(FERRY), markdown: `**${FERRY}**` };
    const [row] = rows(compare([paragraph(FERRY)], [bold], [paired()]));
    expect(row!.remarked && isChanged(row!)).toBe(true);
  });

  test('a list item with another number keeps the earlier one, a change or not', () => {
    const numbers = (from: string, to: string) => {
      const [one, other] = [parseBlocks(from), parseBlocks(to)];
      return rows(compare(one, other, align(one, other))).map((row) => [
        ...[row.numberBefore, isChanged(row)]
      ]);
    };
    expect(numbers('3) Bænke', '4) Bænke')).toEqual([['3)', true]]);
    expect(numbers('1. Bro\n2. Kaj', '2. Bro\n3. Kaj')).toEqual([
      ['1.', false],
      ['2.', false]
    ]);
    expect(numbers('* Bro', '- Bro')).toEqual([[null, false]]);
  });

  test('each side can be read by itself, block by block', () => {
    const split = `${FERRY} ${QUAY}`;
    const [row] = rows(
      compare(
        [paragraph(split)],
        [paragraph(FERRY), paragraph(QUAY.replace('males', 'vaskes'))],
        [{ ...paired(), to: [0, 1], relation: 'split' }]
      )
    );
    expect(fromSide(row!.hunks).map((side) => side.map(({ from }) => from).join(''))).toEqual([
      split
    ]);
    expect(toSide(row!.hunks).map((side) => side.map(({ to }) => to).join(''))).toEqual([
      FERRY,
      QUAY.replace('males', 'vaskes')
    ]);
    expect(inPlace(row!.hunks)).toHaveLength(2);
  });
});

test('both texts can be rebuilt from the rows to the letter, whatever was done to them', () => {
  const word = fc.constantFrom('og', 'en', 'havn', 'kajen', 'åen', 'A\u030aen', 'sejler', '.', ',');
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const texts = fc.array(text, { minLength: 0, maxLength: 8 });
  const edit = fc.record({ at: fc.nat(), kind: fc.nat(5), text });
  fc.assert(
    fc.property(texts, fc.array(edit, { maxLength: 6 }), fc.boolean(), (from, edits, exact) => {
      const to = edits.reduce(edited, from);
      const [fromBlocks, toBlocks] = [from.map(paragraph), to.map(paragraph)];
      const comparison = compare(fromBlocks, toBlocks, align(fromBlocks, toBlocks), { exact });
      expect(rebuilt(comparison, 'from')).toEqual(from);
      expect(rebuilt(comparison, 'to')).toEqual(to);
    }),
    { numRuns: 2000 }
  );
}, 60_000);

function edited(
  texts: readonly string[],
  { at, kind, text }: { at: number; kind: number; text: string }
) {
  const place = at % (texts.length + 1);
  const here = texts[place] ?? '';
  const words = here.split(' ');
  const middle = words.length >> 1;
  const cut = [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  const result = [...texts];
  if (kind === 0) result.splice(place, 0, text);
  else if (kind === 1) result.splice(place, 1);
  else if (kind === 2) result.splice(place, 1, ...cut);
  else if (kind === 3) result.splice(place, 2, `${here} ${texts[place + 1] ?? ''}`);
  else if (kind === 4) result.splice(place, 1, `${cut[0]} ${text} ${cut[1]}`);
  else result.reverse();
  return result;
}

function rebuilt(comparison: Comparison, side: 'from' | 'to'): string[] {
  const texts: string[] = [];
  for (const row of rows(comparison)) {
    for (const place of row[side]) texts[place] = '';
    for (const hunk of row.hunks) {
      const isFrom = side === 'from';
      const place = row[side][isFrom ? hunk.fromBlock : hunk.toBlock];
      if (place !== undefined) texts[place] += isFrom ? hunk.from : hunk.to;
    }
  }
  return texts;
}

function rows(comparison: Comparison): ComparedRow[] {
  return comparison.filter((entry) => entry.type === 'row');
}

function compared(from: readonly string[], to: readonly string[]): Comparison {
  const [fromBlocks, toBlocks] = [from.map(paragraph), to.map(paragraph)];
  return compare(fromBlocks, toBlocks, align(fromBlocks, toBlocks));
}

function paired() {
  const row = { from: [0], to: [0], relation: 'unchanged', moved: false } as const;
  return { ...row, edited: false, score: 1, sure: true };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', level: 0, marker: '', text, markdown: text };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, marker: '', text, markdown: `## ${text}` };
}
