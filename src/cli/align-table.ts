import type { Row } from '#lib/domain/document/align/row.ts';
import type { AlignedPair } from './align.ts';

/** In characters, for a terminal that does not say how wide it is. */
const DEFAULT_WIDTH = 100;

/** Returns the rows as a table for a terminal, with the beginning of each row's text. */
export function alignTable(pair: AlignedPair, withPaths: boolean): string {
  const heads = ['old', 'new', 'relation', 'score'];
  const cells = pair.rows.map(cellsOf);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]!.length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ');
  const left = (process.stdout.columns ?? DEFAULT_WIDTH) - line(heads).length - 2;
  const rows = pair.rows.map((row, at) => `${line(cells[at]!)}  ${beginning(pair, row, left)}`);
  const title = withPaths ? [`${pair.fromPath} → ${pair.toPath}`] : [];
  const all = [...title, `${line(heads)}  text`, ...rows, summary(pair.rows)];
  return `${all.map((text) => text.trimEnd()).join('\n')}\n${withPaths ? '\n' : ''}`;
}

function cellsOf(row: Row): string[] {
  const moved = row.moved && row.relation !== 'moved' ? ', moved' : '';
  const edited = row.edited && row.relation === 'moved' ? ', edited' : '';
  const isPaired = row.from.length > 0 && row.to.length > 0;
  const score = isPaired ? row.score.toFixed(2) : '';
  const part = row.partOf === undefined ? '' : `, part of ${row.partOf}`;
  const relation = row.relation + moved + edited + part + (row.sure ? '' : ' ?');
  return [row.from.join(' '), row.to.join(' '), relation, score];
}

function beginning({ from, to }: AlignedPair, row: Row, width: number): string {
  const block = row.to.length > 0 ? to[row.to[0]!] : from[row.from[0]!];
  const text = (block?.text ?? '').replace(/\s+/g, ' ');
  const letters = [...new Intl.Segmenter('da').segment(text.slice(0, 2 * width))];
  if (letters.length <= width) return text;
  return `${letters
    .slice(0, Math.max(0, width - 1))
    .map(({ segment }) => segment)
    .join('')}…`;
}

function summary(rows: readonly Row[]): string {
  const counts = new Map<string, number>();
  for (const { relation } of rows) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const unsure = rows.filter(({ sure }) => !sure).length;
  const parts = [...counts].map(([relation, count]) => `${count} ${relation}`);
  return parts.join(', ') + (unsure > 0 ? `; ${unsure} to be judged by a person (?)` : '');
}
