import { expect, test } from 'vitest';
import { parseBlocks } from './blocks.ts';
import { renderBlock, renderMarkdown } from './html.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<ScRiPt/src=//x>',
  '<img src=x onerror=alert(1)>',
  '<b onclick="alert(1)">a</b>',
  '<a href="javascript:alert(1)">a</a>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](<java\tscript:alert(1)>)',
  '[a]( &#x01;javascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:msgbox(1))',
  '[a](//x.dk) [b](/\\x.dk)',
  '<javascript:alert(1)>',
  '![a](javascript:alert(1))',
  '![a" onerror="alert(1)](http://x.dk/a.png)',
  '[a](http://x.dk "b\\" onclick=\\"alert(1)")',
  '[a](http://x.dk/"onclick="alert(1))',
  '<svg onload=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext></mtext><mglyph><style></math><img src=x onerror=alert(1)>',
  '<style>body{display:none}</style>',
  '<div style="position:fixed;inset:0">a</div>',
  '<iframe src="http://x.dk"></iframe>',
  '<form action="http://x.dk"><input name=a><button>b</button></form>',
  '<meta http-equiv="refresh" content="0;url=http://x.dk">',
  '<b><i><p></b></i></p></script><script>',
  '<b',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?php x ?>',
  '`</code><script>alert(1)</script>`',
  '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
  '| <script>a</script> |\n|--|\n| <img src=x onerror=a> |',
  '[^1]: <script>alert(1)</script>',
  '[a]: javascript:alert(1)\n\n[a]',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<b id="a" class="b" style="c" data-d="e">f</b>'
];

const TAGS =
  'p|br|hr|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|b|del|em|i|s|strong|sub|sup|a|h[1-6]';
const SAFE = new RegExp(
  `^(?:[^<]|</(?:${TAGS})>|<br />|<hr />|<li value="\\d+"(?: data-sign="\\)")?>|<(?:${TAGS})>` +
    '|<a href="(?:https?://[^"<>]*|mailto:[^"<>]*|#[^"<>]*|/[^"<>/][^"<>]*)"(?: title="[^"<>]*")?(?: rel="nofollow noopener")?>)*$'
);

test.each(HOSTILE)('%s does nothing', (source) => {
  expect(renderMarkdown(source)).toMatch(SAFE);
  for (const block of [...parseBlocks(source), ...parseBlocks(source, 'plain')]) {
    expect(renderBlock(block)).toMatch(SAFE);
  }
});

test('what could do something is still read as it was typed', () => {
  expect(renderMarkdown('<script>a</script>')).toBe('<p>&lt;script&gt;a&lt;/script&gt;</p>');
});

const SHOWN: [string, string, string][] = [
  [
    'an image is a link, so that nobody is watched reading',
    '![havn](https://x.dk/a.png)',
    '<p><a href="https://x.dk/a.png" rel="nofollow noopener">havn</a></p>'
  ],
  [
    'a bare address is a link without the full stop',
    'se https://x.dk/a_b.',
    '<p>se <a href="https://x.dk/a_b" rel="nofollow noopener">https://x.dk/a_b</a>.</p>'
  ],
  ['lines break where they were broken', 'a\nb', '<p>a<br />\nb</p>'],
  ['a heading is strong type', '# a', '<p><strong>a</strong></p>'],
  [
    'emphasis, deletion and raised letters show',
    '*a* ~~b~~ m<sup>2</sup>',
    '<p><em>a</em> <del>b</del> m<sup>2</sup></p>'
  ],
  [
    'lists and quotations show',
    '- a\n\n> b',
    '<ul>\n<li>a</li>\n</ul>\n<blockquote>\n<p>b</p>\n</blockquote>'
  ],
  [
    'the numbers of a list are those that were typed',
    '3. a\n7. b',
    '<ol>\n<li value="3">a</li>\n<li value="7">b</li>\n</ol>'
  ],
  [
    'a number with a parenthesis keeps it',
    '4) a',
    '<ol>\n<li value="4" data-sign=")">a</li>\n</ol>'
  ],
  ['a rule shows', 'a\n\n***\n\nb', '<p>a</p>\n<hr />\n<p>b</p>']
];

test.each(SHOWN)('in a comment %s', (_, source, html) => {
  expect(renderMarkdown(source)).toBe(html);
});

test('a list item is shown without its list, which the page makes', () => {
  expect(parseBlocks('- *a*\n\n  b').map(renderBlock)).toEqual(['<em>a</em>', '<p>b</p>']);
});

test('a reference leads to the id of its footnote', () => {
  expect(parseBlocks('a[^1]\n\n[^1]: b').map(renderBlock)).toEqual([
    '<p>a<sup><a href="#fodnote-1">[1]</a></sup></p>',
    'b'
  ]);
});
