/** Step 4 of the word diff: writes the runs as hunks. */
import type { Hunk } from './diff.ts';
import type { Run } from './runs.ts';
import { BOUNDARY, TIGHT, type Side } from './side.ts';

/**
 * Returns the hunks of two sides that share `runs`, cut where a block begins on either side. Joined,
 * they are both texts to the letter. With `exact`, spaces that differ are changes.
 */
export function writeHunks(runs: readonly Run[], from: Side, to: Side, exact: boolean): Hunk[] {
  const writer: Writer = { from: cursorOf(from), to: cursorOf(to), exact, hunks: [] };
  let fromBefore = -1;
  let toBefore = -1;
  const writeUpTo = (fromNext: number, toNext: number) => {
    writeBetween(writer, { fromBefore, fromNext, toBefore, toNext });
    fromBefore = fromNext;
    toBefore = toNext;
  };
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) writeUpTo(run.from + step, run.to + step);
  }
  writeUpTo(from.length, to.length);
  writeEqual(writer, startOf(from, from.length), startOf(to, to.length));
  return writer.hunks;
}

interface Writer {
  readonly from: Cursor;
  readonly to: Cursor;
  readonly exact: boolean;
  readonly hunks: Hunk[];
}

/** How far a side has been written. */
interface Cursor extends Position {
  readonly side: Side;
  offset: number;
  block: number;
}

/** A place in a side's joined text, and the block that it is counted to. */
interface Position {
  readonly offset: number;
  readonly block: number;
}

/** Two pairs of equal tokens that follow each other; between them is a gap or a change. */
interface Between {
  readonly fromBefore: number;
  readonly fromNext: number;
  readonly toBefore: number;
  readonly toNext: number;
}

function cursorOf(side: Side): Cursor {
  return { side, offset: 0, block: 0 };
}

/** Writes from the end of one pair of equal tokens to the start of the next. */
function writeBetween(writer: Writer, between: Between): void {
  const { fromBefore, fromNext, toBefore, toNext } = between;
  const from = writer.from.side;
  const to = writer.to.side;
  const lead = similarityOfGaps(writer, fromBefore + 1, toBefore + 1);
  if (fromNext > fromBefore + 1 || toNext > toBefore + 1) {
    writeChangeBetween(writer, between, lead);
  } else if (lead === 0) {
    writeEqual(writer, endOf(from, fromBefore), endOf(to, toBefore));
    writeChange(writer, startOf(from, fromNext), startOf(to, toNext));
  } else if (from.gaps[fromNext] === BOUNDARY || to.gaps[toNext] === BOUNDARY) {
    writeEqual(writer, startOf(from, fromNext), startOf(to, toNext));
  }
}

/**
 * Writes a change. The space before it (`lead` tells how similar it is on the two sides) and the one
 * after it count as equal if both sides have them; a side without words in the change has only one
 * space, which is counted as the one or the other.
 */
function writeChangeBetween(writer: Writer, between: Between, lead: number): void {
  const { fromBefore, fromNext, toBefore, toNext } = between;
  const from = writer.from.side;
  const to = writer.to.side;
  const tail = similarityOfGaps(writer, fromNext, toNext);
  const hasOneSpace = fromNext === fromBefore + 1 || toNext === toBefore + 1;
  const keepsLead = lead > 0 && !(hasOneSpace && tail > lead);
  const keepsTail = tail > 0 && !(hasOneSpace && keepsLead);

  if (keepsLead) writeEqual(writer, startOf(from, fromBefore + 1), startOf(to, toBefore + 1));
  else writeEqual(writer, endOf(from, fromBefore), endOf(to, toBefore));
  if (keepsTail) writeChange(writer, endOf(from, fromNext - 1), endOf(to, toNext - 1));
  else writeChange(writer, startOf(from, fromNext), startOf(to, toNext));
}

/** Compares the gaps before two tokens: 2 if they look the same, 1 if both part words, else 0. */
function similarityOfGaps({ from, to, exact }: Writer, fromToken: number, toToken: number): number {
  const fromGap = from.side.gaps[fromToken]!;
  const toGap = to.side.gaps[toToken]!;
  if (exact) {
    const isSame = gapText(from.side, fromToken) === gapText(to.side, toToken);
    return fromGap === toGap && isSame ? 2 : 0;
  }
  if (fromGap === toGap) return 2;
  return fromGap === TIGHT || toGap === TIGHT ? 0 : 1;
}

function gapText(side: Side, token: number): string {
  return side.text.slice(endOf(side, token - 1).offset, startOf(side, token).offset);
}

/** Returns where a token starts, or where the text ends if it is the one after the last. */
function startOf({ starts, length, text, blocks }: Side, token: number): Position {
  return { offset: token < length ? starts[token]! : text.length, block: blocks[token]! };
}

/** Returns where a token ends, or where the text starts if it is the one before the first. */
function endOf({ ends, blocks }: Side, token: number): Position {
  return token < 0 ? { offset: 0, block: 0 } : { offset: ends[token]!, block: blocks[token]! };
}

/** Writes what is equal, up to a position on each side. */
function writeEqual(writer: Writer, fromEnd: Position, toEnd: Position): void {
  const { exact, hunks } = writer;
  const fromPieces = take(writer.from, fromEnd);
  const toPieces = take(writer.to, toEnd);
  for (let piece = 0; piece < fromPieces.length || piece < toPieces.length; piece++) {
    const from = fromPieces[piece] ?? { text: '', block: fromEnd.block };
    const to = toPieces[piece] ?? { text: '', block: toEnd.block };
    const blocks = { fromBlock: from.block, toBlock: to.block };
    if (from.text === to.text || !exact) {
      pushUnlessEmpty(hunks, 'equal', from.text, to.text, blocks);
    } else {
      pushUnlessEmpty(hunks, 'deleted', from.text, '', blocks);
      pushUnlessEmpty(hunks, 'inserted', '', to.text, blocks);
    }
  }
}

/** Writes what is deleted and what is inserted, block by block, up to a position on each side. */
function writeChange(writer: Writer, fromEnd: Position, toEnd: Position): void {
  const { hunks } = writer;
  const blocks = { fromBlock: writer.from.block, toBlock: writer.to.block };
  const deleted = take(writer.from, fromEnd);
  const inserted = take(writer.to, toEnd);
  for (let piece = 0; piece < deleted.length || piece < inserted.length; piece++) {
    blocks.fromBlock = deleted[piece]?.block ?? blocks.fromBlock;
    pushUnlessEmpty(hunks, 'deleted', deleted[piece]?.text ?? '', '', blocks);
    blocks.toBlock = inserted[piece]?.block ?? blocks.toBlock;
    pushUnlessEmpty(hunks, 'inserted', '', inserted[piece]?.text ?? '', blocks);
  }
}

/** A piece of a side's text that is within one block. */
interface Piece {
  readonly text: string;
  readonly block: number;
}

/** Returns the text from a cursor to a position, a piece for each block, and moves the cursor. */
function take(cursor: Cursor, end: Position): Piece[] {
  const { text, blockStarts } = cursor.side;
  const pieces: Piece[] = [];
  for (let block = cursor.block; block <= end.block; block++) {
    const pieceStart = Math.max(cursor.offset, blockStarts[block]!);
    const pieceEnd = block < end.block ? blockStarts[block + 1]! : end.offset;
    pieces.push({ text: text.slice(pieceStart, pieceEnd), block });
  }
  cursor.offset = end.offset;
  cursor.block = end.block;
  return pieces;
}

function pushUnlessEmpty(
  hunks: Hunk[],
  type: Hunk['type'],
  from: string,
  to: string,
  { fromBlock, toBlock }: { fromBlock: number; toBlock: number }
): void {
  if (from !== '' || to !== '') hunks.push({ type, from, to, fromBlock, toBlock });
}
