import type { Block } from '#lib/domain/document/block.ts';
import type { Revision } from './revisions.ts';

export interface Share {
  right: number;
  of: number;
}

type Link = readonly [from: number, to: number];

/** What a program found: links, and which of the blocks it said of that it may be wrong. */
export interface Found {
  readonly links: readonly Link[];
  readonly unsure?: { readonly from: ReadonlySet<number>; readonly to: ReadonlySet<number> };
}

/** How good an alignment is. A paragraph counts as right if all blocks that it became are right. */
export interface Score {
  /** The links that were found and are true. */
  hits: number;
  /** The links that were found. */
  found: number;
  /** The links that are true. */
  true: number;
  all: Share;
  /** Old paragraphs whose words changed. */
  changed: Share;
  deleted: Share;
  /** Old paragraphs that an edit took from their place. */
  moved: Share;
  /** New paragraphs that came from no old one. */
  inserted: Share;
  /**
   * Paragraphs of both texts that are right, or said to be unsure: the others have a wrong link, or
   * are called deleted or inserted although they have a partner.
   */
  notWrongAndSure: Share;
  /** Paragraphs of both texts that a person is not asked about. */
  sure: Share;
  /** Old paragraphs that were edited while a twin was put in: those without a sure wrong link. */
  twinned: Share;
}

export function score(revision: Revision, { links, unsure }: Found): Score {
  const truth = new Set(revision.links.map(String));
  const result: Score = {
    hits: links.filter((it) => truth.has(String(it))).length,
    found: links.length,
    true: truth.size,
    all: share(),
    changed: share(),
    deleted: share(),
    moved: share(),
    inserted: share(),
    notWrongAndSure: share(),
    sure: share(),
    twinned: share()
  };
  const fates = { true: fatesOf(revision.links), found: fatesOf(links) };
  revision.from.forEach((block, at) => {
    const [fate, found] = [fates.true.from(at), fates.found.from(at)];
    countOld(result, revision, { block, at, fate, found });
    const isSure = !unsure?.from.has(at);
    countSure(result, isSure, isWrongFor(fate, found));
    if (!revision.twinned.has(at)) return;
    count(result.twinned, !isSure || found.every((it) => fate.includes(it)));
  });
  revision.to.forEach((_, at) => {
    const [fate, found] = [fates.true.to(at), fates.found.to(at)];
    if (fate.length === 0) count(result.inserted, found.length === 0);
    countSure(result, !unsure?.to.has(at), isWrongFor(fate, found));
  });
  return result;
}

interface Fate {
  readonly block: Block;
  readonly at: number;
  readonly fate: readonly number[];
  readonly found: readonly number[];
}

function countOld(result: Score, revision: Revision, { block, at, fate, found }: Fate): void {
  const right = String(fate) === String(found);
  count(result.all, right);
  if (fate.length === 0) count(result.deleted, right);
  else if (fate.length > 1 || revision.to[fate[0]!]!.text !== block.text)
    count(result.changed, right);
  if (revision.moved.has(at)) count(result.moved, right);
}

function countSure(result: Score, isSure: boolean, isWrong: boolean): void {
  count(result.notWrongAndSure, !(isSure && isWrong));
  count(result.sure, isSure);
}

/** Returns whether a block has a link that is not true, or none although it has a partner. */
function isWrongFor(fate: readonly number[], found: readonly number[]): boolean {
  if (found.length === 0) return fate.length > 0;
  return found.some((it) => !fate.includes(it));
}

function share(): Share {
  return { right: 0, of: 0 };
}

function count(into: Share, right: boolean): void {
  into.of++;
  if (right) into.right++;
}

/** Returns functions that give the blocks that a block of either side is linked to, ascending. */
function fatesOf(links: readonly Link[]) {
  const sides = [new Map<number, number[]>(), new Map<number, number[]>()] as const;
  for (const link of links) {
    for (const side of [0, 1] as const) {
      const known = sides[side].get(link[side]);
      if (known) known.push(link[1 - side]!);
      else sides[side].set(link[side], [link[1 - side]!]);
    }
  }
  const of = (side: 0 | 1) => (at: number) => (sides[side].get(at) ?? []).toSorted((a, b) => a - b);
  return { from: of(0), to: of(1) };
}
