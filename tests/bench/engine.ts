/** Measures alignment, word diff and HTML, beside other programs on the same texts. */
import { diffArrays, diffWords } from 'diff';
import { diff as myers } from 'fast-myers-diff';
import { comparisonHtml, escape } from '../../src/cli/comparison-html.ts';
import { readMessages } from '../../src/cli/messages.ts';
import { align } from '#lib/domain/document/align/align.ts';
import { compare } from '#lib/domain/document/comparison/comparison.ts';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import { randomFrom } from '../support/random.ts';
import { blocks, paragraph, revised, type Edits } from './texts.ts';
import { INSTALLING, timesOfWikidiff2, type Wikidiff2Times } from './wikidiff2.ts';

interface Size {
  readonly name: string;
  readonly paragraphs: number;
  readonly edits: Edits;
  /** The longest allowed time, in milliseconds and as a multiple of wikidiff2's. */
  readonly goal: { readonly times: number; readonly ms: number };
}

const sizes: Size[] = [
  {
    name: '70 KB',
    paragraphs: 400,
    edits: { edits: 60, splits: 12, merges: 12, moves: 20 },
    goal: { times: 2, ms: 6.5 }
  },
  {
    name: '230 KB',
    paragraphs: 1310,
    edits: { edits: 197, splits: 39, merges: 39, moves: 66 },
    goal: { times: 2, ms: 23 }
  }
];

export function measureEngine(): void {
  for (const size of sizes) measureSize(size);
}

function measureSize({ name, paragraphs, edits, goal }: Size): void {
  const random = randomFrom(11);
  const from = Array.from({ length: paragraphs }, () => paragraph(random));
  const to = revised(from, edits, random);
  const kilobytes = Math.round(Buffer.byteLength(from.join('\n\n')) / 1000);
  console.log(`\n${name}: ${paragraphs} paragraphs, ${kilobytes} KB, ${JSON.stringify(edits)}`);

  const [fromBlocks, toBlocks] = [blocks(from), blocks(to)];
  const say = readMessages('da');
  const rows = align(fromBlocks, toBlocks);
  const comparison = compare(fromBlocks, toBlocks, rows);
  const whole = () => {
    const aligned = align(fromBlocks, toBlocks);
    return comparisonHtml(compare(fromBlocks, toBlocks, aligned), say);
  };
  const ours = time(whole);
  const wikidiff2 = timesOfWikidiff2(from.join('\n'), to.join('\n'));
  const lines: [string, number][] = [
    ['Lydhør: align + word diff + HTML', ours],
    ['  align', time(() => align(fromBlocks, toBlocks))],
    ['  word diff', time(() => compare(fromBlocks, toBlocks, rows))],
    ['  HTML', time(() => comparisonHtml(comparison, say))],
    ['  (before it: parsing both texts)', time(() => [parse(from), parse(to)])],
    ['jsdiff: diffArrays on paragraphs, HTML', time(() => paragraphsOnly(jsdiff(from, to)))],
    ['jsdiff: two levels, diffWords, HTML', time(() => twoLevels(jsdiff(from, to)))],
    ['fast-myers-diff on paragraphs, HTML', time(() => paragraphsOnly(fast(from, to)))],
    ['fast-myers-diff, then diffWords, HTML', time(() => twoLevels(fast(from, to)))]
  ];
  if (wikidiff2) {
    lines.push(['wikidiff2 (C++): finished table', wikidiff2.asInstalled]);
    lines.push(['wikidiff2, with moved paragraphs', wikidiff2.findingMoves]);
  }
  for (const [what, ms] of lines) {
    console.log(`${what.padEnd(42)}${ms.toFixed(2).padStart(8)} ms ${ratio(ms / ours)} of ours`);
  }
  judge(ours, wikidiff2, goal);
}

function judge(ours: number, wikidiff2: Wikidiff2Times | undefined, goal: Size['goal']): void {
  console.log(`Lydhør takes ${ours.toFixed(1)} ms; at most ${goal.ms} ms: ${met(ours <= goal.ms)}`);
  if (!wikidiff2) {
    console.log(`wikidiff2 is not installed: ${INSTALLING}, or npm run bench -- --install engine`);
    return;
  }
  const [times, installed] = [ours / wikidiff2.findingMoves, ours / wikidiff2.asInstalled];
  console.log(
    `Lydhør takes ${times.toFixed(2)} times wikidiff2 with moved paragraphs ` +
      `(${installed.toFixed(2)} times as it is installed); ` +
      `at most ${goal.times} times: ${met(times <= goal.times)}`
  );
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'NOT met';
}

function ratio(times: number): string {
  return times.toFixed(2).padStart(7);
}

/**
 * Returns the milliseconds of processor time that a run of `work` takes: the median of several
 * batches, after a time in which the compiler warms up. Processor time hardly depends on what else
 * the machine does. The kernel counts it in ticks of 4 ms, so a batch has many runs.
 */
function time(work: () => unknown): number {
  const [warm, batch, batches] = [800, 200, 5];
  timeOfBatch(work, warm);
  const times = Array.from({ length: batches }, () => timeOfBatch(work, batch));
  return times.sort((one, other) => one - other)[batches >> 1]!;
}

/** Runs `work` for `duration` milliseconds, and returns the milliseconds that a run takes. */
function timeOfBatch(work: () => unknown, duration: number): number {
  const start = process.threadCpuUsage();
  for (let runs = 1; ; runs++) {
    work();
    const { user, system } = process.threadCpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= duration) return spent / runs;
  }
}

function parse(texts: readonly string[]): unknown {
  return parseBlocks(texts.join('\n\n'));
}

/** Paragraphs that are the same on both sides, or those of one side that replace the other's. */
interface Step {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly same: boolean;
}

function jsdiff(from: string[], to: string[]): Step[] {
  const steps: Step[] = [];
  let deleted: string[] = [];
  for (const { value, added, removed } of diffArrays(from, to)) {
    if (removed) deleted = value;
    else {
      if (added || deleted.length > 0)
        steps.push({ from: deleted, to: added ? value : [], same: false });
      if (!added) steps.push({ from: value, to: value, same: true });
      deleted = [];
    }
  }
  if (deleted.length > 0) steps.push({ from: deleted, to: [], same: false });
  return steps;
}

function fast(from: string[], to: string[]): Step[] {
  const steps: Step[] = [];
  let at = 0;
  for (const [fromStart, fromEnd, toStart, toEnd] of myers(from, to)) {
    steps.push({ from: from.slice(at, fromStart), to: [], same: true });
    steps.push({ from: from.slice(fromStart, fromEnd), to: to.slice(toStart, toEnd), same: false });
    at = fromEnd;
  }
  steps.push({ from: from.slice(at), to: [], same: true });
  return steps;
}

function paragraphsOnly(steps: readonly Step[]): string {
  let html = '';
  for (const { from, to, same } of steps) {
    for (const text of from) html += same ? tag('p', text) : tag('del', text);
    for (const text of same ? [] : to) html += tag('ins', text);
  }
  return html;
}

/** Returns the HTML of the steps; replaced paragraphs are paired by position and compared by words. */
function twoLevels(steps: readonly Step[]): string {
  let html = '';
  for (const { from, to, same } of steps) {
    if (same) for (const text of from) html += tag('p', text);
    else {
      for (let at = 0; at < Math.max(from.length, to.length); at++) {
        html += `<p>${words(from[at] ?? '', to[at] ?? '')}</p>`;
      }
    }
  }
  return html;
}

function words(from: string, to: string): string {
  let html = '';
  for (const { value, added, removed } of diffWords(from, to)) {
    html += added ? tag('ins', value) : removed ? tag('del', value) : escape(value);
  }
  return html;
}

function tag(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`;
}
