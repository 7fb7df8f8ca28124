import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff, wordDiffer, type Hunk, type Texts } from './diff.ts';

/** Thousands of cases on a busy machine. */
const LONG = 60_000;

describe('a reader sees few and whole changes', () => {
  test.each([
    [
      'one word exchanged',
      'Bussen kører hver time.',
      'Bussen kører hver dag.',
      'Bussen kører hver [time|dag].'
    ],
    ['never a letter inside a word', 'skolen', 'skolens', '[skolen|skolens]'],
    ['a capital is a change', 'Hej du', 'hej du', '[Hej|hej] du'],
    ['a comma put in takes no space along', 'når de vil', 'når, de vil', 'når[|,] de vil'],
    ['a list loses an item with its comma', 'rug, byg, havre', 'rug, havre', 'rug, [byg, |]havre'],
    ['words glued together', 'i gang med', 'igang med', '[i gang|igang] med'],
    ['a space taken out is seen', 'ti % flere', 'ti% flere', 'ti[ |]% flere'],
    ['a word at the end', 'Vi vil', 'Vi vil mere', 'Vi vil[| mere]'],
    ['a word at the start', 'Altid til tiden', 'til tiden', '[Altid |]til tiden'],
    ['nothing at all', '', '', ''],
    ['all of it new', '', 'En ny linje.', '[|En ny linje.]'],
    ['all of it gone', 'En linje.', '', '[En linje.|]']
  ])('%s', (_what, from, to, expected) => {
    expect(written(wordDiff(from, to))).toBe(expected);
  });

  test('a lone "og" between two rewordings is absorbed', () => {
    expect(
      written(wordDiff('Vi hjælper katte og hunde her.', 'Vi hjælper mus og rotter her.'))
    ).toBe('Vi hjælper [katte og hunde|mus og rotter] her.');
  });

  test('an "og" between two insertions stays', () => {
    expect(written(wordDiff('børn og unge', 'små børn og helt unge'))).toBe(
      '[|små ]børn og [|helt ]unge'
    );
  });

  test('a long rewording is an old and a new passage, not crumbs', () => {
    const from = 'Hver landsby skal have en bus, som kører til nærmeste station hele dagen';
    const to = 'Den, der bor langt ude, skal kunne bestille vogn, når dagen begynder og ender';
    const types = wordDiff(from, to).map(({ type }) => type);
    expect(types.filter((type) => type !== 'equal').length).toBeLessThanOrEqual(4);
  });

  test('a sentence removed is cut where it begins, though its sibling starts alike', () => {
    const first = 'Kommunen giver hjælp til unge.';
    const second = 'Kommunen giver hjælp til gamle.';
    expect(written(wordDiff(`${first} ${second}`, second))).toBe(`[${first} |]${second}`);
    expect(written(wordDiff(`${first} ${second}`, first))).toBe(`${first}[ ${second}|]`);
  });
});

describe('what a reader cannot see is no change, unless asked for', () => {
  test.each([
    ['both Unicode forms', 'på åen', 'på åen'.normalize('NFD')],
    ['letters typed without Danish keys', 'Ærø får små øer', 'Aeroe faar smaa oeer'],
    ['a soft hyphen', 'ungdomsuddannelse', 'ungdoms\u00aduddannelse'],
    ['a non-breaking space', 'ti km', 'ti\u00a0km'],
    ['kinds of quotation marks', 'en "time" til', 'en ”time“ til'],
    ['kinds of dashes', 'bus - tog', 'bus – tog'],
    ['spaces at the ends', ' tog ', 'tog']
  ])('%s', (_what, from, to) => {
    expect(wordDiff(from, to).every(({ type }) => type === 'equal')).toBe(true);
    expect(wordDiff(from, to, { exact: true }).some(({ type }) => type !== 'equal')).toBe(true);
    expect(rebuilt(wordDiff(from, to), 1, 1)).toEqual([[from], [to]]);
  });

  test('an emoji of several signs and a letter with its mark are never cut', () => {
    expect(written(wordDiff('Hej 👨‍👩‍👧 alle', 'Hej 👨‍👩‍👦 alle'))).toBe('Hej [👨‍👩‍👧|👨‍👩‍👦] alle');
    expect(written(wordDiff('o\u0323', 'o'))).toBe('[o\u0323|o]');
  });
});

describe('across a split and a merge', () => {
  test('a split that changes no word is all equal, and says where it was cut', () => {
    const hunks = wordDiff('Toget kører. Bussen venter.', ['Toget kører.', 'Bussen venter.']);
    expect(hunks.map(({ type, toBlock }) => [type, toBlock])).toEqual([
      ['equal', 0],
      ['equal', 1]
    ]);
  });

  test('a merge with a word changed', () => {
    const hunks = wordDiff(['Toget kører.', 'Bussen venter.'], 'Toget kører. Færgen venter.');
    expect(written(hunks)).toBe('Toget kører. [Bussen|Færgen] venter.');
    expect(hunks.map(({ fromBlock }) => fromBlock)).toEqual([0, 1, 1, 1]);
  });

  test('a word put in at the cut stands in the new part', () => {
    const hunks = wordDiff('Toget kører. Bussen venter.', ['Toget kører.', 'Så bussen venter.']);
    expect(hunks.find(({ type }) => type === 'inserted')?.toBlock).toBe(1);
  });
});

describe('for any texts', () => {
  const cases = { numRuns: 3000 };
  const anyTexts = fc.array(danish(), { minLength: 1, maxLength: 4 });

  test(
    'both are rebuilt from the hunks to the letter, so that nothing can be hidden',
    () => {
      fc.assert(
        fc.property(anyTexts, anyTexts, fc.boolean(), (from, to, exact) => {
          const hunks = wordDiff(from, to, { exact });
          expect(rebuilt(hunks, from.length, to.length)).toEqual([from, to]);
        }),
        cases
      );
    },
    LONG
  );

  test(
    'the same holds for any string of Unicode',
    () => {
      const text = fc.string({ unit: 'binary', maxLength: 30 });
      fc.assert(
        fc.property(text, text, (from, to) => {
          expect(rebuilt(wordDiff(from, to), 1, 1)).toEqual([[from], [to]]);
        }),
        cases
      );
    },
    LONG
  );

  test(
    'equal texts have no change, and exact asks for every letter',
    () => {
      fc.assert(
        fc.property(anyTexts, anyTexts, (from, to) => {
          expect(wordDiff(from, [...from]).every(({ type }) => type === 'equal')).toBe(true);
          const exact = wordDiff(from, to, { exact: true });
          const equal = exact.filter(({ type }) => type === 'equal');
          expect(equal.every((hunk) => hunk.from === hunk.to)).toBe(true);
        }),
        cases
      );
    },
    LONG
  );

  test(
    'the order of texts is kept and no hunk is empty',
    () => {
      fc.assert(
        fc.property(anyTexts, anyTexts, (from, to) => {
          const hunks = wordDiff(from, to);
          expect(hunks.map(({ fromBlock }) => fromBlock)).toEqual(sorted(hunks, 'fromBlock'));
          expect(hunks.map(({ toBlock }) => toBlock)).toEqual(sorted(hunks, 'toBlock'));
          expect(hunks.every((hunk) => hunk.from + hunk.to !== '')).toBe(true);
        }),
        cases
      );
    },
    LONG
  );
});

describe('hopeless pairs', () => {
  test('a megabyte with nothing in common is an old and a new passage', () => {
    const hunks = wordDiff(manyWords('a', 90_000), manyWords('b', 90_000));
    expect(hunks.map(({ type }) => type)).toEqual(['deleted', 'inserted']);
  });

  test('one word changed in a megabyte is one word', () => {
    const from = manyWords('a', 90_000);
    const hunks = wordDiff(from, from.replace('a45000 ', 'her '));
    expect(hunks.map(({ from: text }) => text).filter((text) => text.length < 20)).toEqual([
      'a45000',
      ''
    ]);
  });

  test('after hundreds of long rewrites a word changed is still one word', () => {
    const diff = wordDiffer();
    for (let times = 0; times < 300; times++) {
      const [from, to] = [manyWords('gammel', 600), manyWords('ny', 600)];
      const hunks = diff(`Fælles ${from}`, `Fælles ${to}`);
      expect(rebuilt(hunks, 1, 1)).toEqual([[`Fælles ${from}`], [`Fælles ${to}`]]);
    }
    expect(written(diff('Bussen kører hver time.', 'Bussen kører hver dag.'))).toBe(
      'Bussen kører hver [time|dag].'
    );
  });

  test('changes far apart in a long text are found', () => {
    const from = manyWords('a', 20_000);
    const to = from.replace('a100 ', 'her ').replace('a10000 ', '').replace('a19000 ', 'der nu ');
    expect(wordDiff(from, to).filter(({ type }) => type !== 'equal')).toHaveLength(5);
  });
});

/** `stays [deleted|inserted] stays` */
function written(hunks: readonly Hunk[]): string {
  const marks = hunks.map(({ type, from, to }) => {
    if (type === 'equal') return to;
    return type === 'deleted' ? `[${from}|]` : `[|${to}]`;
  });
  return marks.join('').replaceAll('|][|', '|');
}

function rebuilt(hunks: readonly Hunk[], fromCount: number, toCount: number): [Texts, Texts] {
  const from = Array.from({ length: fromCount }, () => '');
  const to = Array.from({ length: toCount }, () => '');
  for (const hunk of hunks) {
    from[hunk.fromBlock] += hunk.from;
    to[hunk.toBlock] += hunk.to;
  }
  return [from, to];
}

function sorted(hunks: readonly Hunk[], side: 'fromBlock' | 'toBlock'): number[] {
  return hunks.map((hunk) => hunk[side]).sort((a, b) => a - b);
}

function manyWords(letter: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${letter}${at}`).join(' ');
}

/** Short texts of few words, so that much is repeated, with all that is hard about spaces and marks. */
function danish(): fc.Arbitrary<string> {
  const words = [
    'og',
    'en',
    'bus',
    'børn',
    'bo\u0308rn',
    'Aaret',
    'Året',
    'tog\u00adet',
    'toget',
    '12,5'
  ];
  const marks = [
    '.',
    ',',
    ' ',
    ' ',
    ' ',
    '  ',
    '\u00a0',
    '\u00ad',
    '–',
    '-',
    '”',
    '"',
    '\n',
    '👩‍🚒',
    '\u0301'
  ];
  return fc
    .array(fc.constantFrom(...words, ...marks, ' '), { maxLength: 12 })
    .map((all) => all.join(''));
}
