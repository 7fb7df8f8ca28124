/** Measures Markdown of a megabyte that is slow to parse or to render. */
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { measureApart, peak, spent, type Cost } from './cost.ts';

/** Each is repeated to a megabyte. */
const sources: Record<string, string> = {
  'one line of words': 'ord og flere ',
  'paragraphs of one word': 'ord\n\n',
  'items of a list': '- ord\n',
  'quotations in quotations': '> ',
  'a rule that is none': '* ',
  'lines of a backtick': '`\n',
  'pages of a letter': 'a\f',
  'notes at a foot': '1 note\n',
  'a table of contents': 'Indhold\nOrd ..... 1\n',
  'leaders to nowhere': `${'. '.repeat(75)}${'.'.repeat(150)}a1\n`,
  'a word in space': `Indhold${' '.repeat(5000)}x\n`,
  'figures in a table': 'Ord     12\nOrd     3\n',
  'page numbers': '1\n2\na\nb\nc\n',
  'clauses of statutes': '§ 1 ord\nStk. 1. a)\n',
  'bullets alone': '•\n',
  columns: `${'ord og '.repeat(4)}   ${'ord og '.repeat(4)}\n`,
  headings: 'Ord.\nOverskrift\n'
};

/** The functions that read or render a text. */
const ways: Record<string, (source: string) => { readonly length: number }> = {
  'read as Markdown': (source) => parseBlocks(source),
  'read as plain text': (source) => parseBlocks(source, 'plain'),
  'shown as a comment': renderMarkdown
};

export function measureWorstSources(): void {
  for (const name of Object.keys(sources)) {
    for (const way of Object.keys(ways)) measureApart(import.meta.url, name, way);
  }
}

function measure(name: string, way: string): Cost {
  const idle = peak();
  const scrap = sources[name]!;
  const source = `a${scrap.repeat(1_000_000 / scrap.length)}b`;
  const start = spent();
  if (ways[way]!(source).length === 0) throw new Error('nothing read');
  return { total: spent() - start, megabytes: peak(), idle };
}

if (import.meta.main) {
  console.log(JSON.stringify(measure(process.argv[2]!, process.argv[3]!)));
}
