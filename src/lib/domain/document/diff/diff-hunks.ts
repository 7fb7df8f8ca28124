import type { Hunk } from './diff.ts';
import type { Run } from './diff-runs.ts';
import { BOUNDARY, TIGHT, type Side } from './diff-side.ts';

/** Turns runs into hunks that give both texts back to the letter, cut where blocks begin. */
export function writeHunks(runs: readonly Run[], old: Side, newer: Side, exact: boolean): Hunk[] {
  const writing: Writing = { old: cursor(old), new: cursor(newer), exact, hunks: [] };
  let oldBefore = -1;
  let newBefore = -1;
  const meet = (oldNext: number, newNext: number) => {
    writeBetween(writing, { oldBefore, oldNext, newBefore, newNext });
    oldBefore = oldNext;
    newBefore = newNext;
  };
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) meet(run.old + step, run.new + step);
  }
  meet(old.length, newer.length);
  writeEqual(writing, before(old, old.length), before(newer, newer.length));
  return writing.hunks;
}

/** How far a side has been written. */
interface Cursor {
  readonly side: Side;
  at: number;
  block: number;
}

interface Writing {
  readonly old: Cursor;
  readonly new: Cursor;
  readonly exact: boolean;
  readonly hunks: Hunk[];
}

/** Two pairs of tokens that follow each other; what is between them is a gap or a change. */
interface Between {
  readonly oldBefore: number;
  readonly oldNext: number;
  readonly newBefore: number;
  readonly newNext: number;
}

interface Place {
  readonly at: number;
  readonly block: number;
}

function cursor(side: Side): Cursor {
  return { side, at: 0, block: 0 };
}

function writeBetween(writing: Writing, between: Between): void {
  const { oldBefore, oldNext, newBefore, newNext } = between;
  const old = writing.old.side;
  const newer = writing.new.side;
  const lead = likeness(writing, oldBefore + 1, newBefore + 1);
  if (oldNext > oldBefore + 1 || newNext > newBefore + 1)
    writeChangeBetween(writing, between, lead);
  else if (lead === 0) {
    writeEqual(writing, after(old, oldBefore), after(newer, newBefore));
    writeChange(writing, before(old, oldNext), before(newer, newNext));
  } else if (old.gaps[oldNext] === BOUNDARY || newer.gaps[newNext] === BOUNDARY) {
    writeEqual(writing, before(old, oldNext), before(newer, newNext));
  }
}

/**
 * The space before a change and the one after it stay where both sides have one; a side without
 * words of its own has only one space to give.
 */
function writeChangeBetween(writing: Writing, between: Between, lead: number): void {
  const { oldBefore, oldNext, newBefore, newNext } = between;
  const old = writing.old.side;
  const newer = writing.new.side;
  const tail = likeness(writing, oldNext, newNext);
  const hasOneSpace = oldNext === oldBefore + 1 || newNext === newBefore + 1;
  const leadStays = lead > 0 && !(hasOneSpace && tail > lead);
  const tailStays = tail > 0 && !(hasOneSpace && leadStays);

  if (leadStays) writeEqual(writing, before(old, oldBefore + 1), before(newer, newBefore + 1));
  else writeEqual(writing, after(old, oldBefore), after(newer, newBefore));
  if (tailStays) writeChange(writing, after(old, oldNext - 1), after(newer, newNext - 1));
  else writeChange(writing, before(old, oldNext), before(newer, newNext));
}

/** How alike the gaps before two tokens are: 2 the same to a reader, 1 both part words, 0 not. */
function likeness({ old, new: newer, exact }: Writing, oldToken: number, newToken: number): number {
  const oldGap = old.side.gaps[oldToken]!;
  const newGap = newer.side.gaps[newToken]!;
  if (exact) {
    return oldGap === newGap && gapText(old.side, oldToken) === gapText(newer.side, newToken)
      ? 2
      : 0;
  }
  if (oldGap === newGap) return 2;
  return oldGap === TIGHT || newGap === TIGHT ? 0 : 1;
}

function gapText(side: Side, token: number): string {
  return side.text.slice(after(side, token - 1).at, before(side, token).at);
}

function before({ starts, length, text, blocks }: Side, token: number): Place {
  return { at: token < length ? starts[token]! : text.length, block: blocks[token]! };
}

function after({ ends, blocks }: Side, token: number): Place {
  return token < 0 ? { at: 0, block: 0 } : { at: ends[token]!, block: blocks[token]! };
}

/** Writes what stays, up to a place on each side. */
function writeEqual({ old, new: newer, exact, hunks }: Writing, oldTo: Place, newTo: Place): void {
  const oldPieces = take(old, oldTo);
  const newPieces = take(newer, newTo);
  for (let piece = 0; piece < oldPieces.length || piece < newPieces.length; piece++) {
    const was = oldPieces[piece] ?? { text: '', block: oldTo.block };
    const is = newPieces[piece] ?? { text: '', block: newTo.block };
    const at = { oldBlock: was.block, newBlock: is.block };
    if (was.text === is.text || !exact) pushUnlessEmpty(hunks, 'equal', was.text, is.text, at);
    else {
      pushUnlessEmpty(hunks, 'deleted', was.text, '', at);
      pushUnlessEmpty(hunks, 'inserted', '', is.text, at);
    }
  }
}

function pushUnlessEmpty(
  hunks: Hunk[],
  type: Hunk['type'],
  old: string,
  newer: string,
  { oldBlock, newBlock }: { oldBlock: number; newBlock: number }
): void {
  if (old !== '' || newer !== '') hunks.push({ type, old, new: newer, oldBlock, newBlock });
}

/** Writes what is gone and what has come, block by block, up to a place on each side. */
function writeChange({ old, new: newer, hunks }: Writing, oldTo: Place, newTo: Place): void {
  const at = { oldBlock: old.block, newBlock: newer.block };
  const gone = take(old, oldTo);
  const come = take(newer, newTo);
  for (let piece = 0; piece < gone.length || piece < come.length; piece++) {
    at.oldBlock = gone[piece]?.block ?? at.oldBlock;
    pushUnlessEmpty(hunks, 'deleted', gone[piece]?.text ?? '', '', at);
    at.newBlock = come[piece]?.block ?? at.newBlock;
    pushUnlessEmpty(hunks, 'inserted', '', come[piece]?.text ?? '', at);
  }
}

interface Piece {
  readonly text: string;
  readonly block: number;
}

/** The text from a cursor to a place, one piece a block, and moves the cursor there. */
function take(cursor: Cursor, to: Place): Piece[] {
  const { text, blockStarts } = cursor.side;
  const pieces: Piece[] = [];
  for (let block = cursor.block; block <= to.block; block++) {
    const from = Math.max(cursor.at, blockStarts[block]!);
    const end = block < to.block ? blockStarts[block + 1]! : to.at;
    pieces.push({ text: text.slice(from, end), block });
  }
  cursor.at = to.at;
  cursor.block = to.block;
  return pieces;
}
