import { expect, test } from 'vitest';
import { renderMarkdown } from '../document/blocks/html.ts';
import { quotable, quotableWords, quotation } from './quotation.ts';

test('a quotation names who is quoted and leads to where it was said', () => {
  const quoted = quotation('Ida *Holm*', 'Flere træer.\n\nOg bænke.', '/comments/1');
  expect(renderMarkdown(`${quoted}\n\nEnig.`)).toBe(
    '<blockquote>\n<p><strong><a href="/comments/1" rel="nofollow noopener">Ida *Holm*</a>:</strong></p>\n' +
      '<p>Flere træer.</p>\n<p>Og bænke.</p>\n</blockquote>\n<p>Enig.</p>'
  );
});

test('a comment is quoted as it was typed, without what it quotes itself', () => {
  expect(quotable('> Bo sagde det.\n\nNej,\n**aldrig**.')).toBe('Nej,\n**aldrig**.');
  expect(quotable('> Kun et citat.')).toBe('> Kun et citat.');
});

test('a long comment is cut at a word, and no mark is left open', () => {
  const cut = quotable(`**${'kajen er for alle '.repeat(40)}kaj**`);
  expect(cut).toMatch(/^kajen er for alle .* …$/);
  expect(cut).not.toContain('*');
  expect(cut.length).toBeLessThan(510);
});

test('a word without an end is cut too', () => {
  expect(quotable('a'.repeat(9000))).toBe(`${'a'.repeat(500)} …`);
});

test('marked words are quoted as words, whatever marks they hold', () => {
  expect(renderMarkdown(quotation('', quotableWords('# Ikke *en* overskrift\n- ej punkt')))).toBe(
    '<blockquote>\n<p># Ikke *en* overskrift<br />\n- ej punkt</p>\n</blockquote>'
  );
});
