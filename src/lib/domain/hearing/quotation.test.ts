import { expect, test } from 'vitest';
import { renderMarkdown } from '../document/blocks/html.ts';
import { shortenComment, shortenWords, writeQuotation } from './quotation.ts';

test('a quotation names who is quoted and leads to where it was said', () => {
  const quoted = writeQuotation('Ida *Holm*', 'Flere træer.\n\nOg bænke.', '/comments/1');
  expect(renderMarkdown(`${quoted}\n\nEnig.`)).toBe(
    '<blockquote>\n<p><strong><a href="/comments/1" rel="nofollow noopener">Ida *Holm*</a>:</strong></p>\n' +
      '<p>Flere træer.</p>\n<p>Og bænke.</p>\n</blockquote>\n<p>Enig.</p>'
  );
});

test('a comment is quoted as it was typed, without what it quotes itself', () => {
  expect(shortenComment('> Bo sagde det.\n\nNej,\n**aldrig**.')).toBe('Nej,\n**aldrig**.');
  expect(shortenComment('> Kun et citat.')).toBe('> Kun et citat.');
});

test('a long comment is cut at a word, and no mark is left open', () => {
  const cut = shortenComment(`**${'kajen er for alle '.repeat(40)}kaj**`);
  expect(cut).toMatch(/^kajen er for alle .* …$/);
  expect(cut).not.toContain('*');
  expect(cut.length).toBeLessThan(510);
});

test('a word without an end is cut too', () => {
  expect(shortenComment('a'.repeat(9000))).toBe(`${'a'.repeat(500)} …`);
});

test('marked words are quoted as words, whatever marks they hold', () => {
  expect(
    renderMarkdown(writeQuotation('', shortenWords('# Ikke *en* overskrift\n- ej punkt')))
  ).toBe('<blockquote>\n<p># Ikke *en* overskrift<br />\n- ej punkt</p>\n</blockquote>');
});
