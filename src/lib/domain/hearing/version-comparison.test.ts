import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEnds, knownVersions } from '../../../../tests/support/known-versions.ts';
import type { VersionedBlock } from './version-links.ts';

const bridge = 'Havnen skal have en bro, som staten betaler.';
const ferry = 'Færgen sejler hver time, også om vinteren.';
const money = 'Vi sætter 50.000 kr. af om året.';

describe('between the submitted version and the last, this is a change', () => {
  test.each([
    ['a figure', [money], [money.replace('50.000', '500.000')], ['edited']],
    ['a paragraph taken out', [bridge, money], [bridge], ['deleted']],
    ['a paragraph put in', [bridge], [bridge, money], ['inserted']],
    ['two that change places', [bridge, ferry, money], [money, bridge, ferry], ['moved']],
    ['one cut in two', [`${bridge} ${ferry}`], [bridge, ferry], ['split']],
    ['two joined', [bridge, ferry], [`${bridge} ${ferry}`], ['merged']],
    ['the title', ['# Havnen', bridge], ['# Lufthavnen', bridge], ['edited']],
    ['a heading', ['## Broen til øen', bridge], ['## Vejen til øen', bridge], ['edited']],
    ['a heading’s level', ['## Broen', bridge], ['### Broen', bridge], ['edited']],
    ['a list’s number', [`3. ${bridge}`], [`4. ${bridge}`], ['edited']],
    ['a list’s mark', [`- ${bridge}`], [`1. ${bridge}`], ['edited']],
    ['bold', [bridge], [bridge.replace('staten', '**staten**')], ['edited']],
    ['where a link leads', ['[Se her](https://a.dk)'], ['[Se her](https://b.dk)'], ['edited']],
    ['a footnote', note('50.000'), note('500.000'), ['edited']],
    ['a table’s cell', [table('10')], [table('90')], ['edited']]
  ])('%s', (_, before, after, relations) => {
    expect(relationsOf(before, after)).toEqual(relations);
  });
});

describe('and this is none', () => {
  test.each([
    ['nothing at all', [[bridge, ferry]]],
    [
      'a change that was taken back',
      [
        [bridge, money],
        [bridge, '0 kr.'],
        [bridge, money]
      ]
    ],
    ['a paragraph taken out and put back', [[bridge, ferry], [bridge], [bridge, ferry]]],
    ['two joined and cut again', [[bridge, ferry], [`${bridge} ${ferry}`], [bridge, ferry]]],
    [
      'another number in the margin',
      [
        [bridge, ferry],
        [ferry, bridge],
        [bridge, ferry]
      ]
    ]
  ])('%s', (_, texts) => expect(relationsOf(...texts)).toEqual([]));
});

test('a figure changed in small steps over many versions is one change, from the first to the last', () => {
  const texts = ['50.000', '60.000', '400.000', '500.000'].map((sum) =>
    money.replace('50.000', sum)
  );
  const { changes } = compareEnds(knownVersions(...texts));
  expect(changes).toHaveLength(1);
  expect([changes[0]!.from[0]!.text, changes[0]!.to[0]!.text]).toEqual([texts[0], texts[3]]);
});

test('a change has the same name for as long as it is the same, whatever else is changed', () => {
  const [name, ...others] = [
    [bridge, money.replace('50', '60')],
    ['## Nyt', bridge, ferry, money.replace('50', '60')],
    [money.replace('50', '60')]
  ].map((later) => changeOfMoney([bridge, money], later));
  expect(others).toEqual([name, name]);
  expect(changeOfMoney([bridge, money], [bridge, money.replace('50', '70')])).not.toBe(name);
});

test('a paragraph put in elsewhere is another change than the same put in here', () => {
  const [here, there] = [
    [bridge, money, ferry],
    [bridge, ferry, money]
  ].map((later) => changesOf([bridge, ferry], later)[0]!.name);
  expect(here).not.toBe(there);
});

describe('whatever the versions', { timeout: 60_000 }, () => {
  const texts = fc.array(fc.array(anyBlock(), { minLength: 1, maxLength: 6 }), {
    minLength: 2,
    maxLength: 4
  });

  test('with its changes left out, the last text is the submitted one, in its order', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { from, to, changes } = compareEnds(versionsOf(...given));
        const left = (blocks: readonly VersionedBlock[], side: 'from' | 'to') => {
          const changed = new Set(changes.flatMap(({ row }) => row[side]));
          return blocks.flatMap((block, place) => (changed.has(place) ? [] : [seen(block)]));
        };
        expect(left(to, 'to')).toEqual(left(from, 'from'));
      }),
      { numRuns: 500 }
    );
  });

  test('every block stands in one row, and no two changes have one name', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { from, to, rows, changes } = compareEnds(versionsOf(...given));
        const places = (side: 'from' | 'to') =>
          rows.flatMap((row) => row[side]).sort((one, other) => one - other);
        expect(places('from')).toEqual([...from.keys()]);
        expect(places('to')).toEqual([...to.keys()]);
        expect(new Set(changes.map(({ name }) => name)).size).toBe(changes.length);
      }),
      { numRuns: 500 }
    );
  });
});

function anyBlock() {
  const word = fc.constantFrom('bro', 'kaj', 'havn', 'mole', 'færge', '10', '100');
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((it) => it.join(' '));
  const mark = fc.constantFrom('', '', '', '## ', '- ', '3. ', '4. ', '> ');
  return fc.tuple(mark, words).map(([before, text]) => before + text);
}

const versionsOf = (...texts: string[][]) =>
  knownVersions(...texts.map((blocks) => blocks.join('\n\n')));

const changesOf = (...texts: string[][]) => compareEnds(versionsOf(...texts)).changes;

const relationsOf = (...texts: string[][]) => changesOf(...texts).map(({ row }) => row.relation);

const changeOfMoney = (before: string[], after: string[]) =>
  changesOf(before, after).find(({ to }) => to[0]?.text.endsWith('om året.'))!.name;

const seen = ({ kind, level, marker, markdown }: VersionedBlock) => [kind, level, marker, markdown];

function note(figure: string): string[] {
  return [`${bridge}[^1]`, `[^1]: Det koster ${figure} kr. om året.`];
}

function table(figure: string): string {
  return `| År | Kr. |\n| --- | --- |\n| 1 | ${figure} |`;
}
