/** Makes revisions of texts of one to 1,300 paragraphs, with the edits that real revisions have. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';
import { blockFrom, readProse } from '../support/prose.ts';
import { pickFrom, randomFrom, type Random } from '../support/random.ts';
import { revise, type Edit, type Material, type Revision } from '../support/revisions.ts';
import { writeTemplates } from '../support/templates.ts';

/** The engine is tuned on these texts; the others are only measured. */
export const tuned = ['boern.da', 'vedtaegt.da', 'library.en'];
export const heldOut = ['havn.da', 'energy.en'];

export interface Length {
  readonly paragraphs: number;
  /** How many pairs of texts are made. */
  readonly pairs: number;
  /** How many edits turn one into the other. */
  readonly edits: number;
}

export const lengths: Length[] = [
  { paragraphs: 1, pairs: 600, edits: 1 },
  { paragraphs: 2, pairs: 400, edits: 1 },
  { paragraphs: 5, pairs: 200, edits: 2 },
  { paragraphs: 20, pairs: 80, edits: 8 },
  { paragraphs: 150, pairs: 12, edits: 50 },
  { paragraphs: 1300, pairs: 2, edits: 300 }
];

/** Edits of one paragraph, the usual ones several times. */
const ofOne: Edit[] = [
  ...twice('touch', 'rephrase', 'reword', 'grow', 'keepSentence', 'cutSentence', 'addSentence'),
  'touch',
  'rewrite',
  'split',
  'replace'
];

/** Edits of several paragraphs. */
const ofMany: Edit[] = [
  ...twice(...ofOne),
  ...twice('merge', 'keepOfTwo', 'deleteLong', 'delete', 'insert', 'replace', 'replace'),
  'move',
  'moveAndEdit',
  'moveSection',
  'swap',
  'swapTwins',
  'loseTwin',
  'moveTwins',
  ...twice('putInTwin', 'putInTwin')
];

function twice(...edits: Edit[]): Edit[] {
  return [...edits, ...edits];
}

/** The edits of several paragraphs, each once. */
export const editsOfMany: readonly Edit[] = [...new Set(ofMany)];

/**
 * Returns pairs of texts of this length whose true alignment is known; the same ones every time. The
 * edits are drawn from those given.
 */
export function ofLength(
  names: readonly string[],
  length: Length,
  edits: readonly Edit[] = length.paragraphs === 1 ? ofOne : ofMany
): Revision[] {
  const sources = names.map(readProse);
  const rewordings = new Map(sources.flatMap((it) => [...it.rewordings]));
  const pools = sources.map(({ blocks }) => blocks);
  if (length.paragraphs > 200) pools.push(readmes());
  const made: Revision[] = [];
  for (let seed = length.paragraphs * 1000; made.length < length.pairs; seed++) {
    const random = randomFrom(seed);
    const material = { ...excerpt(random, pools, length.paragraphs), rewordings };
    const plan = Array.from({ length: length.edits }, () => pickFrom(random, edits));
    const revision = revise(material, random, plan);
    if (isChanged(revision)) made.push(revision);
  }
  return made;
}

/** Returns as many blocks as asked, some of one form, and the rest of the texts as the reserve. */
function excerpt(random: Random, pools: Block[][], count: number): Omit<Material, 'rewordings'> {
  const pool = count > 50 ? pools.flat() : pickFrom(random, pools).filter(isLongEnough(count));
  const twins = count < 5 ? 0 : Math.min(3, count - 2) * Math.ceil(count / 60);
  const start = random(Math.max(1, pool.length - count));
  const blocks = pool.slice(start, start + count - twins);
  for (let left = twins; left > 0; left -= 3) {
    blocks.splice(random(blocks.length), 0, ...writeTemplates(random, Math.min(3, left)));
  }
  const used = new Set(blocks.map(({ text }) => text));
  const others = [...tuned, ...heldOut].flatMap((name) => readProse(name).blocks);
  const all = [...new Map([...pools.flat(), ...others].map((it) => [it.text, it])).values()];
  const rest = all.filter(({ text }) => !used.has(text) && text.length > 60);
  return { blocks, reserve: shuffled(random, rest) };
}

/** Short texts are of paragraphs: a heading alone is not a text that anybody revises. */
function isLongEnough(count: number): (block: Block) => boolean {
  return ({ text }) => count > 2 || text.length > 60;
}

function shuffled<Thing>(random: Random, things: readonly Thing[]): Thing[] {
  const left = [...things];
  return things.map(() => left.splice(random(left.length), 1)[0]!);
}

function isChanged({ from, to }: Revision): boolean {
  return from.map(({ text }) => text).join('\n') !== to.map(({ text }) => text).join('\n');
}

/** Returns the paragraphs of README files of installed packages, each once. */
function readmes(): Block[] {
  const root = new URL('../../node_modules/', import.meta.url);
  const names = readdirSync(root).filter((it) => /^[g-z]/.test(it));
  const texts = names.flatMap((name) => {
    try {
      return [readFileSync(new URL(`${name}/README.md`, root), 'utf8')];
    } catch {
      return [];
    }
  });
  const paragraphs = texts
    .filter((it) => it.length > 3000 && it.length < 40_000)
    .flatMap((it) => it.split(/\n\s*\n|\n(?=[-*#] )/).map((one) => one.trim()));
  const different = [...new Set(paragraphs)].filter((it) => /^\p{L}[^`|<]{40,}/u.test(it));
  return different.slice(0, 2000).map(blockFrom);
}
