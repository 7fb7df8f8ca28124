/**
 * Measures the alignment of revisions whose true alignment is known, beside other programs': by kind
 * of edit, and by length (alignment-lengths.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';
import { bagOfWords, ratioOfWords } from '../support/plain-alignment.ts';
import { blockFrom, readProse } from '../support/prose.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { revise, type Edit, type Material, type Revision } from '../support/revisions.ts';
import { score, type Found, type Score } from '../support/score.ts';
import { writeStandard } from '../support/standard.ts';
import {
  editsOfMany,
  heldOut,
  lengths,
  ofLength,
  tuned,
  type Length
} from './alignment-lengths.ts';
import { alignAll } from './alignment-found.ts';

type Aligner = (from: Block[], to: Block[]) => Found;

const aligners: Record<string, Aligner> = {
  Lydhør: alignAll,
  'jsdiff + bag': (from, to) => ({ links: bagOfWords(from, to) }),
  'ratio ≥ 0.6': (from, to) => ({ links: ratioOfWords(from, to) })
};

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

/** Prints the figures of generated revisions: by kind of edit, then by length. */
export function measureAlignment(): void {
  const sets = { tuned: revisions(tuned, 1), 'held out': revisions(heldOut, 5000) };
  for (const [name, made] of Object.entries(sets)) report(name, made);
  report('held out: READMEs', readmes());
  for (const [name, texts] of Object.entries({ tuned, 'held out': heldOut })) {
    for (const length of lengths) reportLength(name, texts, length);
  }
  for (const [name, texts] of Object.entries({ tuned, 'held out': heldOut })) {
    reportEdits(name, texts);
  }
}

interface Named {
  readonly name: string;
  readonly revision: Revision;
}

function revisions(names: readonly string[], seed: number): Named[] {
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

function reportLength(title: string, texts: readonly string[], length: Length): void {
  const made = ofLength(texts, length);
  console.info(`\n${length.paragraphs} paragraphs, ${title}: ${made.length} pairs of texts`);
  console.info(heading(columns));
  for (const name of ['Lydhør', 'jsdiff + bag']) {
    const scores = made.map((it) => score(it, aligners[name]!(it.from, it.to)));
    console.info(line(name, scores, columns));
    const { right, of } = sumOf(scores, 'twinned');
    if (name === 'Lydhør' && of > 0)
      console.info(
        `  edited, and a twin put in: found WRONG, and sure ${percent(of - right, of)} % of ${of}`
      );
  }
}

/** Prints how each edit is found when it is the only one, in texts of twenty paragraphs. */
function reportEdits(title: string, texts: readonly string[]): void {
  const length = { paragraphs: 20, pairs: 60, edits: 1 };
  console.info(`\none edit in 20 paragraphs, ${title}: ${length.pairs} pairs of texts each`);
  console.info(heading(columns));
  for (const edit of editsOfMany) {
    const made = ofLength(texts, length, [edit]);
    const scores = made.map((it) => score(it, aligners['Lydhør']!(it.from, it.to)));
    console.info(line(edit, scores, columns));
  }
}

function heading(of: readonly Column[]): string {
  return `${' '.repeat(15)}${of.map(({ name }) => name.padStart(name.length + 2).padStart(8)).join('')}`;
}

type Shares =
  'all' | 'changed' | 'deleted' | 'moved' | 'inserted' | 'notWrongAndSure' | 'sure' | 'twinned';

interface Column {
  readonly name: string;
  readonly of: (scores: readonly Score[]) => string;
}

const share = (kind: Shares): Column => ({
  name: kind,
  of(scores) {
    const { right, of } = sumOf(scores, kind);
    return of === 0 ? '–' : percent(right, of);
  }
});

const linksF1: Column = {
  name: 'links F1',
  of(scores) {
    const sum = (of: (score: Score) => number) => scores.reduce((all, it) => all + of(it), 0);
    return percent(
      2 * sum((it) => it.hits),
      sum((it) => it.found + it.true)
    );
  }
};

/** Two decimals, since a few in a thousand are wanted at most. */
const wrongAndSure: Column = {
  name: 'wrong+sure',
  of(scores) {
    const { right, of } = sumOf(scores, 'notWrongAndSure');
    return ((100 * (of - right)) / of).toFixed(2);
  }
};

/** The paragraphs that a person is asked about. */
const asked: Column = {
  name: 'asked',
  of(scores) {
    const { right, of } = sumOf(scores, 'sure');
    return percent(of - right, of);
  }
};

const kinds = [linksF1, share('all'), share('changed'), share('deleted'), share('inserted')];
const columns = [
  share('all'),
  share('changed'),
  share('deleted'),
  share('moved'),
  linksF1,
  wrongAndSure,
  asked
];

function sumOf(scores: readonly Score[], kind: Shares) {
  const sum = (of: (score: Score) => number) => scores.reduce((all, it) => all + of(it), 0);
  return { right: sum((it) => it[kind].right), of: sum((it) => it[kind].of) };
}

function percent(part: number, whole: number): string {
  return ((100 * part) / whole).toFixed(1);
}

function line(name: string, scores: readonly Score[], of: readonly Column[] = kinds): string {
  return `${name.padEnd(15)}${of
    .map((it) =>
      it
        .of(scores)
        .padStart(it.name.length + 2)
        .padStart(8)
    )
    .join('')}`;
}
