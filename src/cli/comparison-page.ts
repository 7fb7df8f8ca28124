import { basename } from 'node:path';
import type { Comparison } from '#lib/domain/document/comparison/comparison.ts';
import { comparisonHtml, escape } from './comparison-html.ts';
import { readMessages } from './messages.ts';

/** A comparison of two texts, with the names of their files. */
export interface ComparedFiles {
  readonly fromPath: string;
  readonly toPath: string;
  readonly comparison: Comparison;
}

/** Returns a page with the comparisons that needs no other file and can be printed in black and white. */
export function comparisonPage(parts: readonly ComparedFiles[]): string {
  const say = readMessages('da');
  const title = parts.map(({ fromPath, toPath }) => names(fromPath, toPath)).join('; ');
  const bodies = parts.map(({ fromPath, toPath, comparison }, at) => {
    const heading = `<h1>${escape(names(fromPath, toPath))}</h1>\n`;
    return `<main>${heading}${comparisonHtml(comparison, say, `p${at + 1}-`)}</main>\n`;
  });
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${bodies.join('')}</body>
</html>
`;
}

function names(fromPath: string, toPath: string): string {
  return `${basename(fromPath)} → ${basename(toPath)}`;
}

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; font: 1.125rem/1.6 Georgia, serif; background: light-dark(#fbfaf6, #161815); color: light-dark(#1f2421, #e9ebe4) }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem }
main + main { border-top: 2px solid }
h1 { font-size: 1.5rem } main > h1 { margin-bottom: 2rem } .block :is(h1, h2, h3, h4, h5, h6), p, pre, blockquote { margin: 0 }
.block h1, .block h2 { font-size: 1.4rem } .block h3 { font-size: 1.2rem }
.row { margin: .75rem 0 } .row:not(.unchanged) { border-left: 3px solid light-dark(#7d8279, #868d82); padding-left: .75rem; margin-left: calc(-.75rem - 3px) }
.about { font: .875rem/1.5 system-ui, sans-serif } .about strong { border: 1px solid; border-radius: 1rem; padding: 0 .5em }
.block { display: grid; grid-template-columns: 2.5rem 1fr; align-items: baseline; white-space: pre-line; overflow-wrap: anywhere } .block:target { outline: 3px solid }
.n { font: .875rem system-ui, sans-serif; color: inherit; text-decoration: none } .n:hover { text-decoration: underline }
.item { padding-left: calc(1.5rem * var(--level)) } .gone { font-style: italic }
pre { white-space: pre-wrap; font-size: .875rem } blockquote { border-left: 2px solid; padding-left: .75rem }
ins { text-decoration: underline 2px; color: light-dark(#0b5c3b, #8ee0b4); background: light-dark(#ddf2e4, #17382a) }
del + ins { margin-left: .15em }
del { text-decoration: line-through 2px; color: light-dark(#9a2f22, #f0a091); background: light-dark(#fbe6e1, #42221c) }
.cut { font-weight: bold }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media print { ins, del { background: none; color: inherit } a { color: inherit } }
`;
