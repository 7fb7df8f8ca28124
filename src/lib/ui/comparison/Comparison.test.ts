import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { align } from '#lib/domain/document/align/align.ts';
import { compare, type Comparison } from '#lib/domain/document/comparison/comparison.ts';
import { parseBlocks } from '#lib/domain/document/blocks/parse-blocks.ts';
import ComparisonView from './Comparison.svelte';
import { shownIn, viewFrom, VIEWS, type View } from './view.ts';

const OLD = `## Havnen

Færgen sejler hver time, også om natten. Billetten koster ti kroner for alle.

Kajen skal males af dem, der bor ved den.

Ved molen skal der være en badebro med plads til alle, og vandet prøves hver morgen.

Vi vil have en ny havnefoged, som taler med fiskerne hver uge.
`;
const NEW = `## Havnen

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

  test('points from moved text to where it stood, and from there to where it went', () => {
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

  test('of changed paragraphs only counts those it passes over', () => {
    const html = shown('changesOnly');
    expect(html).toContain('1 uændret afsnit');
    expect(html).not.toContain('>Havnen<');
  });

  test('side by side shows the old text without what was inserted', () => {
    const html = shown('sideBySide');
    expect(html).toContain('Version 1');
    expect(html.match(/tolv/g)).toHaveLength(1);
  });

  test('of equal texts says so', () => {
    const equal = compared(OLD, OLD);
    expect(shownIn('changesOnly', equal)).toEqual([{ type: 'skipped', count: 5 }]);
    expect(shown('inPlace', equal)).toContain('ingen forskel');
  });

  test('shows text as text', () => {
    const html = shown('inPlace', compared('En *god* tekst', 'En <script>slem</script> tekst'));
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

function compared(old: string, newer: string): Comparison {
  const [oldBlocks, newBlocks] = [parseBlocks(old), parseBlocks(newer)];
  return compare(oldBlocks, newBlocks, align(oldBlocks, newBlocks));
}

function shown(view: View, comparison = compared(OLD, NEW)): string {
  const props = { comparison, view, viewHref: (it: View) => `?visning=${it}` };
  const { body } = render(ComparisonView, {
    props: { ...props, oldName: 'Version 1', newName: 'Version 2' }
  });
  return body.replaceAll(/<!--.*?-->/g, '');
}
