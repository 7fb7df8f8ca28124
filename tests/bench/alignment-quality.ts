/**
 * Measures the alignment of revisions whose true alignment is known, beside other programs'.
 * Run: npm exec -- node tests/bench/alignment-quality.ts [--worst]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { align } from '#lib/domain/document/align/align.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { bagOfWords, ratioOfWords } from '../support/plain-alignment.ts';
import { blockFrom, readProse } from '../support/prose.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { revise, type Edit, type Material, type Revision } from '../support/revisions.ts';
import { score, type Score } from '../support/score.ts';
import { writeStandard } from '../support/standard.ts';

type Aligner = (from: Block[], to: Block[]) => [number, number][];

const aligners: Record<string, Aligner> = {
  Lydhør: (from, to) =>
    align(from, to).flatMap((row) =>
      row.from.flatMap((one) => row.to.map((other): [number, number] => [one, other]))
    ),
  'jsdiff + bag': bagOfWords,
  'ratio ≥ 0.6': ratioOfWords
};

/** The engine is tuned on these texts; the others are only measured. */
const tuned = ['boern.da', 'vedtaegt.da', 'library.en'];
const heldOut = ['havn.da', 'energy.en'];

const light: Edit[] = ['touch', 'touch', 'rephrase', 'split', 'deleteLong', 'insert', 'reword'];
const lookalikes: Edit[] = [
  'touch',
  'insertLookalike',
  'deleteLookalike',
  'touch',
  'deleteLong',
  'insertLookalike',
  'deleteLookalike',
  'rephrase'
];
const moves: Edit[] = [
  'move',
  'moveSection',
  'swap',
  'moveAndEdit',
  'reorderList',
  'touch',
  'repeatHeading',
  'delete'
];
const rewriting: Edit[] = [
  'reword',
  'reword',
  'rewrite',
  'reword',
  'rephrase',
  'cutSentence',
  'addSentence',
  'replace',
  'rewrite',
  'deleteLong',
  'reword',
  'insert'
];
const cuts: Edit[] = ['split', 'merge', 'split', 'merge', 'touch', 'rephrase', 'delete', 'insert'];
const every: Edit[] = [
  ...light,
  ...lookalikes,
  ...moves,
  ...rewriting,
  ...cuts,
  'deleteSection',
  'renumber',
  'retype'
];
const plans = { light, lookalikes, moves, rewriting, cuts };

if (import.meta.main) {
  const sets = { tuned: revisions(tuned, 1), 'held out': revisions(heldOut, 5000) };
  for (const [name, made] of Object.entries(sets)) report(name, made);
  report('held out: READMEs', readmes());
}

export interface Named {
  readonly name: string;
  readonly revision: Revision;
}

export function revisions(names: readonly string[], seed: number): Named[] {
  const texts = names.map((name): [string, (random: Random) => Material] => [
    name,
    () => readProse(name)
  ]);
  texts.push([
    'standard',
    (random) => ({ blocks: writeStandard(random, 9), rewordings: new Map() })
  ]);
  return texts.flatMap(([name, text]) => ofText(name, text, seed));
}

function ofText(name: string, text: (random: Random) => Material, seed: number): Named[] {
  const made: Named[] = [];
  for (let round = 0; round < 4; round++) {
    for (const [plan, edits] of Object.entries(plans)) {
      const random = randomFrom(seed + round * 31 + made.length);
      made.push({ name: `${name} ${plan}`, revision: revise(text(random), random, edits) });
    }
    for (const length of [15, 40, 60]) {
      const random = randomFrom(seed + round * 77 + length);
      const chain = Array.from({ length }, () => every[random(every.length)]!);
      made.push({ name: `${name} chain`, revision: revise(text(random), random, chain) });
    }
  }
  return made;
}

/** Returns revisions of the README files in node_modules. */
function readmes(): Named[] {
  const root = new URL('../../node_modules/', import.meta.url);
  const named = readdirSync(root)
    .filter((it) => /^[a-f]/.test(it))
    .sort();
  const texts = named.flatMap((name) => {
    try {
      return [readFileSync(new URL(`${name}/README.md`, root), 'utf8')];
    } catch {
      return [];
    }
  });
  const long = texts.filter((it) => it.length > 8000 && it.length < 40_000).slice(0, 12);
  return long.flatMap((text, at) => {
    const lines = text
      .split(/\n\s*\n|\n(?=[-*#] )/)
      .map((it) => it.trim())
      .filter(Boolean);
    const material = { blocks: lines.map(blockFrom), rewordings: new Map<string, string>() };
    return ofText('readme', () => material, 9000 + at * 1000).slice(0, 8);
  });
}

function report(title: string, made: readonly Named[]): void {
  console.info(`\n${title}: ${made.length} pairs of texts`);
  console.info('method         links F1    all  changed  deleted  inserted  (paragraphs right, %)');
  for (const [name, aligner] of Object.entries(aligners)) {
    const scores = made.map(({ revision }) => score(revision, aligner(revision.from, revision.to)));
    console.info(line(name, scores));
    if (name !== 'Lydhør') continue;
    for (const plan of [...Object.keys(plans), 'chain']) {
      console.info(
        line(
          `  ${plan}`,
          scores.filter((_, at) => made[at]!.name.endsWith(plan))
        )
      );
    }
  }
}

function line(name: string, scores: readonly Score[]): string {
  const sum = (of: (score: Score) => number): number => scores.reduce((all, it) => all + of(it), 0);
  const f1 = (200 * sum((it) => it.hits)) / (sum((it) => it.found) + sum((it) => it.true));
  const shares = (['all', 'changed', 'deleted', 'inserted'] as const).map(
    (kind) => (100 * sum((it) => it[kind].right)) / sum((it) => it[kind].of)
  );
  return `${name.padEnd(15)}${[f1, ...shares].map((it) => it.toFixed(1).padStart(8)).join('')}`;
}
