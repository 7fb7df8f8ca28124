/** Clauses of statutes that have another number only because one was put in or taken out before them. */
import type { Block } from './block.ts';
import {
  CLAUSE,
  clauseNumberOf,
  isOpening,
  LetterChain,
  NumberChain,
  type ClauseNumber
} from './clauses.ts';
import { isMarkedUpAnew } from './marks.ts';
import { fold } from './words/fold.ts';

/** Two texts, and the places of a block of each. */
interface Pair {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
  readonly fromPlace: number;
  readonly toPlace: number;
}

/** The numbers of a clause in two texts, as they were typed. */
export interface Renumbering {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns the numbers of a clause, "§ 4" and "§ 5", if they differ and do no more than count: each
 * follows the one before it in its text or is followed by the next. Any other number that changed is
 * a change of what the clause says, and so is a number of another kind.
 */
export function renumberingOf({ from, to, fromPlace, toPlace }: Pair): Renumbering | null {
  if (from[fromPlace]!.kind !== to[toPlace]!.kind) return null;
  const [one, other] = [countingNumbers(from).get(fromPlace), countingNumbers(to).get(toPlace)];
  if (!one || !other || one.kind !== other.kind) return null;
  if (one.parts.join('.') === other.parts.join('.')) return null;
  return { from: one.typed, to: other.typed };
}

/** Returns whether nothing else of a clause changed than its number. */
export function isOnlyRenumbered(one: Block, other: Block, numbers: Renumbering): boolean {
  if (one.level !== other.level) return false;
  const [bare, otherBare] = [withoutNumber(one, numbers.from), withoutNumber(other, numbers.to)];
  return fold(bare.text) === fold(otherBare.text) && !isMarkedUpAnew(bare, otherBare);
}

function withoutNumber(block: Block, number: string): Block {
  const { text, markdown } = block;
  return { ...block, text: text.slice(number.length), markdown: markdown.replace(number, '') };
}

/** Returns the numbers of clauses that count them, by the place of their block. */
function countingNumbers(blocks: readonly Block[]): ReadonlyMap<number, ClauseNumber> {
  const known = countingOf.get(blocks);
  if (known) return known;
  const counting = new Map([...clausesThatCount(blocks), ...lettersThatCount(blocks)]);
  countingOf.set(blocks, counting);
  return counting;
}

/** By text, since it is asked for each block of it. */
const countingOf = new WeakMap<readonly Block[], ReadonlyMap<number, ClauseNumber>>();

/** "2. Medlemmer" as a heading. */
const NUMBERED_HEADING = /^(\d{1,2})[.)](?=\s+\p{Lu})/u;

function clausesThatCount(blocks: readonly Block[]): [number, ClauseNumber][] {
  const linked = new Set<number>();
  const numbers = new Map<number, ClauseNumber>();
  const divisions = new NumberChain(linked);
  let parts = new NumberChain(linked);
  blocks.forEach((block, place) => {
    const number = numberAtHead(block);
    const isPart = number !== null && CLAUSE.test(number.typed);
    if (block.kind === 'heading' || (number && !isPart)) parts = new NumberChain(linked);
    if (!number) return;
    numbers.set(place, number);
    (isPart ? parts : divisions).add(number, place);
    if (isOpening(number)) linked.add(place);
  });
  return [...numbers].filter(([place]) => linked.has(place));
}

function numberAtHead({ kind, text }: Block): ClauseNumber | null {
  if (kind !== 'heading' && kind !== 'paragraph') return null;
  const heading = kind === 'heading' ? NUMBERED_HEADING.exec(text) : null;
  if (heading) return { kind, parts: [Number(heading[1])], typed: heading[0] };
  return clauseNumberOf(text);
}

function lettersThatCount(blocks: readonly Block[]): [number, ClauseNumber][] {
  const lists: LetterChain[] = [];
  blocks.forEach(({ kind, text }, place) => {
    if (kind !== 'listItem') return;
    if (blocks[place - 1]?.kind !== 'listItem') lists.push(new LetterChain());
    lists.at(-1)!.add(text, place);
  });
  return lists.flatMap((list) => list.inSequence());
}
