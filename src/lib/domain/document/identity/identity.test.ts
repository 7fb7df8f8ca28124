import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../block.ts';
import { history, type BlockFate } from './history.ts';
import { align } from '../align/align.ts';
import { assignIdentity, firstIdentity, type IdentityStep } from './identity.ts';

const bees = 'Bierne bor bag skuret i fire hvide kasser.';
const honey = 'Honningen deles ligeligt mellem dem, der har passet bierne hele sommeren.';
const path = 'Stien til kasserne holdes fri for brændenælder.';
const pond = 'Dammen renses hvert andet forår af alle.';

describe('a block keeps its id', () => {
  test('when it stayed, was edited or moved', () => {
    const steps = versions([bees, honey, path], [path.replace('fri', 'åben'), bees, honey]);
    expect(ids(steps[0]!)).toEqual(['1', '2', '3']);
    expect(ids(steps[1]!)).toEqual(['3', '1', '2']);
  });

  test('when it is the longest part of a split, and the other says where it came from', () => {
    const steps = versions([`${bees} ${honey}`, pond], [bees, honey, pond]);
    expect(ids(steps[1]!)).toEqual(['3', '1', '2']);
    expect(steps[1]!.blocks[0]!.from).toEqual(['1']);
  });

  test('when it is the longest of those merged, and the rest is remembered', () => {
    const steps = versions([bees, honey, pond], [`${bees} ${honey}`, pond]);
    expect(ids(steps[1]!)).toEqual(['2', '3']);
    expect(steps[1]!.blocks[0]!.from).toEqual(['2', '1']);
    expect(steps[1]!.ended).toEqual([{ blockId: '1', relation: 'merged', into: ['2'] }]);
  });

  test('but not when it was taken out and something else put in', () => {
    const steps = versions([bees, honey], [bees, pond]);
    expect(ids(steps[1]!)).toEqual(['1', '3']);
    expect(steps[1]!.ended).toEqual([{ blockId: '2', relation: 'deleted', into: [] }]);
  });

  test('and a text that comes back later comes back as another', () => {
    const steps = versions([bees, honey], [bees], [bees, honey]);
    expect(ids(steps[2]!)).toEqual(['1', '3']);
  });
});

describe('what happened to this paragraph since version 1', () => {
  test.each([
    ['nothing', [bees, honey], 'unchanged', ['2']],
    ['other words', [bees, honey.replace('ligeligt', 'retfærdigt')], 'edited', ['2']],
    ['taken out', [bees], 'removed', []],
    ['joined with its neighbour', [`${bees} ${honey}`], 'merged', ['2']]
  ])('%s', (_, to, fate, at) => {
    expect(since1('2', [bees, honey], to)).toEqual({ fate, at });
  });

  test('edited, then split, then one half taken out', () => {
    const whole = `${path} ${honey}`;
    const edited = whole.replace('ligeligt', 'retfærdigt');
    const cut = [bees, path, honey.replace('ligeligt', 'retfærdigt'), pond];
    const texts = [[bees, whole, pond], [bees, edited, pond], cut];
    expect(since1('2', ...texts)).toEqual({ fate: 'split', at: ['2', '4'] });
    expect(since1('2', ...texts, [bees, path, pond])).toEqual({ fate: 'split', at: ['4'] });
  });

  test('removed, and not found again when its words come back', () => {
    const texts = [[bees, pond], [pond, bees], [bees], [bees, pond]];
    expect(since1('2', ...texts)).toEqual({ fate: 'removed', at: [] });
  });

  test('taken up into another, and edited there: it stands where its words went', () => {
    const joined = `${bees} ${honey}`;
    const later = joined.replace('ligeligt', 'retfærdigt');
    expect(since1('1', [bees, honey], [joined], [later])).toEqual({ fate: 'merged', at: ['2'] });
  });

  test('nothing, when no version came after', () => {
    expect(history('1', [])).toEqual({ fate: 'unchanged', at: ['1'] });
  });
});

test('rows of other texts are refused', () => {
  const row = {
    from: [0],
    to: [0],
    relation: 'unchanged',
    moved: false,
    edited: false,
    score: 1,
    sure: true
  } as const;
  const blocks = [text(bees), text(honey)];
  const known = [{ blockId: 'a', text: bees }];
  expect(() => assignIdentity(known, [row], blocks, () => 'b')).toThrow(RangeError);
});

describe('whatever the versions', { timeout: 60_000 }, () => {
  const word = fc.constantFrom('bi', 'dam', 'sti', 'hegn', 'skur', 'have', 'port');
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((it) => it.join(' '));
  const texts = fc.array(fc.array(sentence, { maxLength: 7 }), { minLength: 2, maxLength: 5 });

  test('no two living blocks have one id, and none returns once it has ended', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const gone = new Set<string>();
        for (const step of versions(...given)) {
          const living = ids(step);
          expect(new Set(living).size).toBe(living.length);
          expect(living.filter((id) => gone.has(id))).toEqual([]);
          for (const { blockId } of step.ended) gone.add(blockId);
        }
      }),
      { numRuns: 1000 }
    );
  });

  test('every block of a version lives on or has ended', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const steps = versions(...given);
        steps.slice(1).forEach((step, at) => {
          const ended = step.ended.map((it) => it.blockId);
          expect([...ids(step), ...ended]).toEqual(expect.arrayContaining(ids(steps[at]!)));
        });
      }),
      { numRuns: 1000 }
    );
  });
});

/** Returns the step to each of the versions, oldest first; the first is from nothing. */
function versions(...given: string[][]): IdentityStep[] {
  let next = 0;
  const newId = () => String(++next);
  const texts = given.map((version) => version.map(text));
  const steps: IdentityStep[] = [];
  for (const [at, blocks] of texts.entries()) {
    const before = texts[at - 1];
    if (!before) steps.push(firstIdentity(blocks, newId));
    else {
      const known = before.map((block, place) => ({
        blockId: steps[at - 1]!.blocks[place]!.blockId,
        text: block.text
      }));
      steps.push(assignIdentity(known, align(before, blocks), blocks, newId));
    }
  }
  return steps;
}

function since1(blockId: string, ...texts: string[][]): BlockFate {
  const [, ...steps] = versions(...texts);
  return history(
    blockId,
    steps.map((step) => step.blocks)
  );
}

function ids(step: IdentityStep): string[] {
  return step.blocks.map((it) => it.blockId);
}

function text(words: string): Block {
  return { kind: 'paragraph', level: 0, marker: '', text: words, markdown: words };
}
