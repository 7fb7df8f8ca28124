/**
 * Writes paths.ts from the SVG files in lucide/: each icon as the one `d` of its strokes. To add an
 * icon, put its file from https://lucide.dev there and its name below, run
 * `npm exec -- node src/lib/ui/icon/draw.ts`, and commit what it writes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** Lucide's name of each icon by ours, which says what the icon means. */
const pictures = {
  accepted: 'circle-check',
  add: 'plus',
  agenda: 'list',
  back: 'arrow-left',
  bold: 'bold',
  check: 'check',
  clock: 'clock',
  comment: 'message-square',
  compare: 'git-compare',
  decision: 'gavel',
  declined: 'circle-x',
  duplicate: 'copy',
  edit: 'pencil',
  empty: 'inbox',
  error: 'circle-alert',
  feed: 'rss',
  forward: 'arrow-right',
  hearing: 'ear',
  hidden: 'eye-off',
  history: 'history',
  info: 'info',
  italic: 'italic',
  like: 'heart',
  link: 'link',
  locked: 'lock',
  login: 'log-in',
  member: 'user',
  menu: 'menu',
  open: 'chevron-down',
  partly: 'circle-dot',
  quote: 'quote',
  region: 'map-pin',
  reply: 'reply',
  report: 'flag',
  returned: 'undo-2',
  search: 'search',
  seen: 'eye',
  synopsis: 'columns-3',
  text: 'text',
  warning: 'triangle-alert',
  withdraw: 'trash-2'
} as const;

const lines = await Promise.all(
  Object.entries(pictures).map(async ([name, picture]) => `  ${name}: '${await strokes(picture)}'`)
);
const file = new URL('paths.ts', import.meta.url);
const style = await resolveConfig(file);
await writeFile(file, await format(modul(lines), { ...style, parser: 'typescript' }));

async function strokes(picture: string): Promise<string> {
  const svg = await readFile(new URL(`lucide/${picture}.svg`, import.meta.url), 'utf8');
  const shapes = svg.matchAll(/<(path|circle|rect|line|polyline|polygon)\b([^>]*?)\/>/g);
  return Array.from(shapes, ([, shape, source]) => stroke(shape!, attributes(source!))).join('');
}

function attributes(source: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(source.matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value])
  );
}

function stroke(shape: string, given: Record<string, string>): string {
  if (shape === 'path') return placed(given.d!);
  if (shape === 'line') return `M${given.x1} ${given.y1}L${given.x2} ${given.y2}`;
  if (shape === 'polyline') return `M${given.points}`;
  if (shape === 'polygon') return `M${given.points}Z`;
  if (shape === 'circle') return ellipse(Number(given.cx), Number(given.cy), Number(given.r));
  return rectangle(given);
}

/** Returns a path whose first move is absolute, so that it can follow another path. */
function placed(d: string): string {
  const [, x, y, rest] = /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(.*)$/s.exec(d) ?? [];
  if (rest === undefined) return d;
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`;
}

function ellipse(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

function rectangle(given: Record<string, string>): string {
  const [x, y, width, height, r] = ['x', 'y', 'width', 'height', 'rx'].map((name) =>
    Number(given[name] ?? 0)
  ) as [number, number, number, number, number];
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
    `h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`
  );
}

function modul(lines: readonly string[]): string {
  return `/**
 * Icons from Lucide (https://lucide.dev), ISC License, Copyright (c) Lucide Contributors; parts from
 * Feather, MIT License, Copyright (c) 2013-present Cole Bemis. Written by draw.ts, not by hand.
 */
export const paths = {
${lines.join(',\n')}
} as const;

export type IconName = keyof typeof paths;
`;
}
