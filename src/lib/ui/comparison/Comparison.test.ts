import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { align } from '#lib/domain/document/align/align.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import type { Block } from '#lib/domain/document/block.ts';
import {
  pageOfComparison,
  viewFrom,
  VIEWS,
  type View
} from '#lib/domain/document/comparison/views.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import type { PageAsked } from '#lib/domain/paging.ts';
import ComparisonView from './Comparison.svelte';

const FROM = `## Havnen

Færgen sejler hver time, også om natten. Billetten koster ti kroner for alle.

Kajen skal males af dem, der bor ved den.

Ved molen skal der være en badebro med plads til alle, og vandet prøves hver morgen.

Vi vil have en ny havnefoged, som taler med fiskerne hver uge.
`;
const TO = `## Havnen

Vi vil have en ny havnefoged, som taler med fiskerne hver uge.

Færgen sejler hver time, også om natten.

Billetten koster tolv kroner for alle.

Ved molen skal der være en badebro med plads til alle, og vandet prøves hver morgen.
`;

describe('a comparison', () => {
  test('says every insertion and deletion in words and marks it so too', () => {
    const html = shown('inPlace');
    expect(html).toMatch(/<del[^>]*><span class="visually-hidden[^"]*"> slettet: <\/span>ti</);
    expect(html).toMatch(/<ins[^>]*><span class="visually-hidden[^"]*"> indsat: <\/span>tolv</);
  });

  test('links from moved text to its earlier place, and from there to its later place', () => {
    for (const view of VIEWS) {
      const html = shown(view);
      expect(html).toContain('flyttet fra afsnit 5');
      expect(html).toContain('flyttet til afsnit 2');
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    }
  });

  test('gives no two things the same id', () => {
    for (const view of VIEWS) {
      const ids = [...shown(view).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test('of changed paragraphs only counts the unchanged ones that it leaves out', () => {
    const html = shown('changesOnly');
    expect(html).toContain('1 uændret afsnit');
    expect(html).not.toContain('>Havnen<');
  });

  test('side by side shows the earlier text without what was inserted', () => {
    const html = shown('sideBySide');
    expect(html).toContain('Version 1');
    expect(html.match(/tolv/g)).toHaveLength(1);
  });

  test('of equal texts says so', () => {
    const { entries } = compared('changesOnly', { from: FROM, to: FROM });
    expect(entries).toEqual([{ type: 'skipped', count: 5 }]);
    expect(shown('inPlace', { from: FROM, to: FROM })).toContain('ingen forskel');
  });

  test('shows text as text', () => {
    const to = 'En <script>slem</script> tekst';
    const html = shown('inPlace', { from: 'En *god* tekst', to });
    expect(html).not.toContain('<script>slem');
  });
});

test('an address that asks for no known view gets changes in place', () => {
  expect(['sideBySide', null, 'upside-down'].map(viewFrom)).toEqual([
    'sideBySide',
    'inPlace',
    'inPlace'
  ]);
});

describe('a comparison of 5,000 changed paragraphs', () => {
  const many = 5000;
  const text = (mark: string) =>
    Array.from({ length: many }, (_, at) => `Punkt ${at} skal være ${mark}.`).join('\n\n');
  const long = { from: text('gammelt'), to: text('nyt') };

  test('has every change once, in order, over its pages, each with the number of all', () => {
    for (const view of VIEWS) {
      const { page } = compared(view, long);
      expect(page.total).toBe(many);
      const changes = Array.from({ length: page.pages }, (_, at) =>
        compared(view, long, { page: at + 1 })
      ).flatMap(({ entries }) => entries.flatMap(({ change }) => change ?? []));
      expect(changes).toEqual(Array.from({ length: many }, (_, at) => at + 1));
    }
  });

  test('shows the page of a change by its number, and which changes it has', () => {
    const html = shown('inPlace', long, { change: 4217 });
    expect(html).toContain('id="aendring-4217"');
    expect(html).toContain('Ændring 4.201–4.300 af 5.000.');
    expect(html).toContain('Vis de næste 100 af 5.000 ændringer');
  });

  test('steps over the end of a page to the change after it', () => {
    const html = shown('inPlace', long, { page: 2 });
    expect(html).toContain('data-before="?change=100#aendring-100"');
    expect(html).toContain('data-after="?change=201#aendring-201"');
  });

  test('links across pages from a moved paragraph to its earlier place, and back', () => {
    const [first, ...rest] = long.from.split('\n\n').map((each) => `${each} Og ${each} igen.`);
    const moved = { from: [first, ...rest].join('\n\n'), to: [...rest, first].join('\n\n') };
    const [left, arrived] = [{ page: 1 }, { page: 99 }].map((asked) =>
      shown('inPlace', moved, asked)
    );
    const [, there] = /href="\?page=(\d+)#efter-5000"/.exec(left!) ?? [];
    expect(shown('inPlace', moved, { page: Number(there) })).toContain('id="efter-5000"');
    expect(arrived).toContain('href="?page=1#foer-1"');
    expect(left).toContain('id="foer-1"');
  });
});

test('a page stays below a megabyte if every word of long paragraphs is replaced', () => {
  const wordy = (words: string) => Array.from({ length: 300 }, () => words.repeat(100));
  const to = wordy('hav bro mole ').map((each) => each.replaceAll('bro', 'kaj'));
  const texts = { from: wordy('hav bro mole ').join('\n\n'), to: to.join('\n\n') };
  for (const view of VIEWS) expect(shown(view, texts).length).toBeLessThan(1_000_000);
});

type Texts = { from: string; to: string };

function compared(view: View, { from, to }: Texts, asked: PageAsked = {}) {
  const texts = { from: blocksOf(from), to: blocksOf(to) };
  return pageOfComparison(texts, alignedOnce(texts), { view, asked });
}

const parsed = new Map<string, Block[]>();
function blocksOf(text: string): Block[] {
  if (!parsed.has(text)) parsed.set(text, parseBlocks(text));
  return parsed.get(text)!;
}

const aligned = new Map<Block[], Map<Block[], Row[]>>();
function alignedOnce({ from, to }: { from: Block[]; to: Block[] }): Row[] {
  const known = aligned.get(from)?.get(to) ?? align(from, to);
  aligned.set(from, new Map([[to, known]]));
  return known;
}

function shown(view: View, texts: Texts = { from: FROM, to: TO }, asked: PageAsked = {}): string {
  const comparison = compared(view, texts, asked);
  const counted = ({ from, to }: Texts) =>
    [from, to].map((text) => blocksOf(text).map((_, at) => at + 1));
  const [from, to] = counted(texts);
  const { body } = render(ComparisonView, {
    props: {
      ...{ comparison, view, fromName: 'Version 1', toName: 'Version 2' },
      viewHref: (it: View) => `?visning=${it}`,
      pageHref: (page: number) => `?page=${page}`,
      changeHref: (change: number) => `?change=${change}#aendring-${change}`,
      numbers: { from: from!, to: to! }
    }
  });
  return body.replaceAll(/<!--.*?-->/g, '');
}
