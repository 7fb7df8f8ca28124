import { expect, test } from 'vitest';
import { renderMarkdown } from '../document/blocks/html.ts';
import { markMentions } from './mentions.ts';

const people = [
  { id: 'ida', name: 'Ida Holm' },
  { id: 'ida-juul', name: 'Ida Holm Juul' },
  { id: 'oneil', name: "Åse O'Neil & søn" },
  { id: 'bo', name: 'Bo' },
  { id: 'bo-the-other', name: 'Bo' }
];

test('a name is found where it stands, in large or small letters, and is marked as it was typed', () => {
  expect(said('Kære @ida holm, hvad siger du?')).toEqual({
    html: '<p>Kære <b class="mention">@ida holm</b>, hvad siger du?</p>',
    mentioned: ['ida']
  });
});

test('a name is taken at its longest, and with the s of the genitive', () => {
  expect(said('@Ida Holm Juuls idé og @Ida Holms').mentioned).toEqual(['ida-juul', 'ida']);
});

test('of two who bear the same name both are mentioned', () => {
  expect(said('Enig, @Bo!').mentioned).toEqual(['bo', 'bo-the-other']);
});

test('a name with marks of HTML in it stays what it is', () => {
  const { html, mentioned } = said("@Åse O'Neil & søn <script>");
  expect(mentioned).toEqual(['oneil']);
  expect(html).toBe('<p><b class="mention">@Åse O&apos;Neil &amp; søn</b> &lt;script&gt;</p>');
});

test('what only looks like a name is none: an address, a longer word, a stranger', () => {
  for (const words of ['skriv til ida@Bo.dk', 'x@Bo', '@Bos2', '@Bodil', '@Bo-Erik', '@ Bo', '@'])
    expect(said(words).mentioned, words).toEqual([]);
});

test('nobody is mentioned by a quotation, in code or in a link', () => {
  const words = '> @Bo sagde det\n\n`@Bo`\n\n```\n@Bo\n```\n\n[@Bo](https://example.org)';
  expect(said(words)).toEqual({ html: renderMarkdown(words), mentioned: [] });
});

test('a mention made bold is a mention; one that a mark divides is none', () => {
  expect(said('**@Bo** og @Ida *Holm*').mentioned).toEqual(['bo', 'bo-the-other']);
});

const said = (markdown: string) => markMentions(renderMarkdown(markdown), people);
