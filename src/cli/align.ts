import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { align } from '#lib/domain/document/align/align.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { compare } from '#lib/domain/document/comparison/comparison.ts';
import type { Row } from '#lib/domain/document/align/row.ts';
import { alignTable } from './align-table.ts';
import { BadInput, type Command } from './command.ts';
import { comparisonPage } from './comparison-page.ts';
import { readBlocks } from './read-blocks.ts';

export const alignCommand: Command = {
  summary: 'say which paragraph of a text became which of another',
  usage: `Usage: npm run lydhoer -- align OLD NEW [OLD NEW …] [--json] [--html FILE]

Aligns the paragraphs of each OLD with those of its NEW, Markdown or plain text in UTF-8,
and prints a table of them with what changed, paragraphs counted from 0.

  --json        print one JSON object a pair instead, each on a line of its own
  --html FILE   write a page with the changes marked
`,
  run: runAlign
};

/** Two texts with the rows of their alignment. */
export interface AlignedPair {
  readonly fromPath: string;
  readonly toPath: string;
  readonly from: readonly Block[];
  readonly to: readonly Block[];
  readonly rows: readonly Row[];
}

function runAlign(args: readonly string[]): void {
  const { paths, json, html } = readArguments(args);
  const pairs = inPairs(paths).map(alignPair);
  if (html !== undefined) writePage(html, pairs);
  const lines = pairs.map((pair) => (json ? jsonLine(pair) : alignTable(pair, pairs.length > 1)));
  process.stdout.write(lines.join(''));
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, html: { type: 'string' } },
      allowPositionals: true
    });
    return { paths: positionals, json: values.json ?? false, html: values.html };
  } catch (error) {
    throw new BadInput(String((error as Error).message).split('\n')[0]!);
  }
}

function inPairs(paths: readonly string[]): [string, string][] {
  if (paths.length === 0) throw new BadInput('align needs two files: an old text and a new one');
  if (paths.length % 2 === 1) {
    throw new BadInput(
      `align needs files in pairs, OLD NEW; the last one, ${paths.at(-1)}, has none`
    );
  }
  const pairs: [string, string][] = [];
  for (let at = 0; at < paths.length; at += 2) pairs.push([paths[at]!, paths[at + 1]!]);
  return pairs;
}

function alignPair([fromPath, toPath]: readonly [string, string]): AlignedPair {
  const from = readBlocks(fromPath);
  const to = readBlocks(toPath);
  return { fromPath, toPath, from, to, rows: align(from, to) };
}

/** Returns the rows as one line of JSON; programs read the sides by the names `old` and `new`. */
function jsonLine({ rows }: AlignedPair): string {
  const printed = rows.map(({ from, to, relation, moved, edited, score, sure, partOf }) => ({
    ...{ old: from, new: to, relation, moved, edited },
    ...{ score: Math.round(score * 1000) / 1000, sure, partOf }
  }));
  return `${JSON.stringify({ rows: printed })}\n`;
}

function writePage(path: string, pairs: readonly AlignedPair[]): void {
  const parts = pairs.map(({ fromPath, toPath, from, to, rows }) => ({
    fromPath,
    toPath,
    comparison: compare(from, to, rows)
  }));
  try {
    writeFileSync(path, comparisonPage(parts));
  } catch (error) {
    throw new BadInput(`${path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
