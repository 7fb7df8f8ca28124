import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBlocks } from '../blocks.ts';
import { cpuTimeOf } from '../../../../../../tests/support/cpu.ts';
import { isHtml, richToMarkdown } from './rich.ts';

describe('what programs put on a clipboard', () => {
  test('Word: headings, lists of paragraphs with their numbers, emphasis and a footnote', () => {
    expect(blocksOf(word)).toEqual([
      'heading 1  Havnen for alle',
      'heading 2  Formål',
      'paragraph 0  Kajen skal være åben for alle, også om vinteren.[1]',
      'listItem 0 3. Flere bænke',
      'listItem 1 - a) mod syd',
      'listItem 1 - b) mod vest',
      'listItem 0 4. Flere lygter',
      'listItem 0 - En bro',
      'footnote 0 1 Se havneplanen.'
    ]);
    expect(richToMarkdown(word)).toContain('**åben for alle**');
  });

  test('Google Docs: a wrapper that is not bold, and sublists beside their items', () => {
    expect(richToMarkdown(docs)).toBe(
      [
        '## Formål',
        'Kajen skal være **åben** for *alle*.',
        ['- Bænke', '  - mod syd', '- Lygter'].join('\n')
      ].join('\n\n') + '\n'
    );
  });

  test('LibreOffice: a table and a footnote', () => {
    expect(blocksOf(libre)).toEqual([
      'paragraph 0  Broen koster det hele.[1]',
      'table 0  År\tPris\n2027\t3 mio.',
      'footnote 0 1 Uden moms.'
    ]);
  });

  test('Outlook: paragraphs of divs, breaks, and addresses', () => {
    const html =
      '<div>Kære alle</div><div><br></div><div>Se <a href="https://example.org/a_b">planen</a>.<br>Hilsen<br><br>Ida</div>';
    expect(richToMarkdown(html)).toBe(
      'Kære alle\n\nSe [planen](<https://example.org/a_b>).\\\nHilsen\n\nIda\n'
    );
  });

  test('a page of the web: nothing but its text', () => {
    const html =
      '<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav><script>alert(1)</script></nav><h1>Havnen</h1><ol start="7"><li>a<li>b</ol><p style="display:none">skjult</p></body></html>';
    expect(isHtml(html)).toBe(true);
    expect(blocksOf(html)).toEqual(['heading 1  Havnen', 'listItem 0 7. a', 'listItem 0 8. b']);
  });
});

test('a line in bold above a text is a heading below the headings of the text', () => {
  expect(blocksOf('<h2>Havnen</h2><p><b>Formål</b></p><p>Kajen er åben.</p>')).toEqual([
    'heading 2  Havnen',
    'heading 3  Formål',
    'paragraph 0  Kajen er åben.'
  ]);
});

test('emphasis within a word, and around spaces, is read back', () => {
  const html = '<p><b>S</b>ocial<i> politik </i>og *stjerner*</p>';
  expect(richToMarkdown(html)).toBe('<strong>S</strong>ocial *politik* og \\*stjerner\\*\n');
});

test('lists of letters and Roman figures keep them in their words', () => {
  expect(
    blocksOf('<ol type="a"><li>en</li><li>to<ol type="i"><li>tre</li></ol></li></ol>')
  ).toEqual(['listItem 0 - a) en', 'listItem 0 - b) to', 'listItem 1 - i) tre']);
});

test('what could run is not there, and addresses that run are words', () => {
  const html =
    '<p onclick="x()">a<img src=x onerror=alert(1) alt="billede"><a href="javascript:alert(1)">b</a></p><iframe src="x"></iframe>';
  expect(richToMarkdown(html)).toBe('abilledeb\n');
});

test('every word that a reader sees is in the Markdown, whatever the tags', () => {
  const tags = [
    'p',
    'div',
    'b',
    'i',
    'ul',
    'ol',
    'li',
    'h2',
    'table',
    'tr',
    'td',
    'span',
    'blockquote'
  ];
  const piece = fc.oneof(
    fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`]), '<br>', '&nbsp;'),
    fc.constantFrom('ord ', 'æøå', ' 3. ', '*x*', '[a]', '# ', '- ', '2030. ', '15. juni ')
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('');
      const shown = parseBlocks(richToMarkdown(html)).map(
        ({ kind, marker, text }) =>
          `${kind === 'listItem' && /^\d/.test(marker) ? marker : ''}${text}`
      );
      const typed = pieces.filter((each) => !/^[<&]/.test(each)).join('');
      for (const letter of ['o', 'æ', 'x', 'a', 'j'])
        expect(count(shown.join(''), letter)).toBe(count(typed, letter));
    }),
    { numRuns: 1000 }
  );
});

test('a list of more items than tags may be nested is a list, though no item is ended', () => {
  const blocks = blocksOf(`<ul>${'<li>a'.repeat(1500)}</ul>`);
  expect(blocks).toEqual(new Array(1500).fill('listItem 0 - a'));
});

test.each([
  ['deep', '<div>'.repeat(300_000)],
  ['of tables in tables', '<table><tr><td>'.repeat(60_000)],
  ['of unclosed items', '<ul><li>a'.repeat(90_000)],
  ['of breaks', 'a<br>'.repeat(180_000)],
  ['of emphasis', '<b>a</b>b'.repeat(100_000)],
  ['of spaces that do not break', `<p>a${'\u00a0'.repeat(900_000)}b`],
  ['of empty lines', `<pre>a${'\n'.repeat(900_000)}b`],
  ['of one style', `<p style="${'text-decoration mso-list:'.repeat(36_000)}">a</p>`],
  ['of brackets', '<'.repeat(900_000)]
])('a megabyte of HTML %s is read within seconds', async (_, html) => {
  expect(await cpuTimeOf(() => richToMarkdown(html))).toBeLessThan(6000);
});

const count = (text: string, letter: string) => text.split(letter).length - 1;

function blocksOf(html: string): string[] {
  return parseBlocks(richToMarkdown(html)).map(
    ({ kind, level, marker, text }) => `${kind} ${level} ${marker} ${text}`
  );
}

const wordItem = (list: string, sign: string, words: string) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=DA>
<!--StartFragment-->
<p class=MsoTitle>Havnen for alle<o:p></o:p></p>
<h2><span style='mso-fareast-font-family:"Times New Roman"'>Formål<o:p></o:p></span></h2>
<p class=MsoNormal>Kajen skal være <b style='mso-bidi-font-weight:normal'>åben for
alle</b>, også om vinteren.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a><o:p></o:p></p>
${wordItem('l0 level1', '3.', 'Flere bænke')}
${wordItem('l0 level2', 'a)', 'mod syd')}
${wordItem('l0 level2', 'b)', 'mod vest')}
${wordItem('l0 level1', '4.', 'Flere lygter')}
${wordItem('l1 level1', '·', 'En bro')}
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Se havneplanen.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>`;

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:700;">Formål</span></h2><p dir="ltr"><span style="font-weight:400;">Kajen skal være </span><span style="font-weight:700;">åben</span><span style="font-weight:400;"> for </span><span style="font-style:italic;">alle</span><span>.</span></p><ul><li dir="ltr" style="list-style-type:disc;"><p dir="ltr"><span>Bænke</span></p></li><ul><li style="list-style-type:circle;"><p dir="ltr"><span>mod syd</span></p></li></ul><li dir="ltr"><p dir="ltr"><span>Lygter</span></p></li></ul></b>`;

const libre = `<p class="western">Broen koster det hele.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<table width="100%"><tr valign="top"><td><p>År</p></td><td><p>Pris</p></td></tr><tr><td><p>2027</p></td><td><p>3 mio.</p></td></tr></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Uden moms.</p></div>`;
