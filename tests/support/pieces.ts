/** The blocks of a text that is being revised, and what the edits of tests/support do to them. */
import type { Block } from '#lib/domain/document/block.ts';
import { pickFrom, type Random } from './random.ts';

/** A block of the edited text, with the indexes of the old blocks that it came from. */
export interface Piece {
  block: Block;
  from: number[];
  /** An edit changed its words: no other edit does, as in most revisions that people make. */
  isEdited?: boolean;
  /** It is like another block, so that nobody could say which of the two stayed. */
  isLookalike?: boolean;
  /** An edit took it from its place. */
  isMoved?: boolean;
  /** It was edited, and a twin of it put in. */
  isTwinned?: boolean;
}

/** What the edits of a revision draw on: words, sentences and paragraphs to put in. */
export interface Work {
  random: Random;
  reserve: Block[];
  vocabulary: string[];
  rewordings: ReadonlyMap<string, string>;
}

/** Replaces, drops, inserts or swaps a share of the words, at least one, and returns the result. */
export function replaceWords(words: string[], work: Work, share: number): string[] {
  const result = [...words];
  for (let left = Math.max(1, Math.round(words.length * share)); left > 0; left--) {
    const at = work.random(result.length);
    const kind = work.random(6);
    if (kind < 3) result[at] = pickFrom(work.random, work.vocabulary);
    else if (kind === 3 && result.length > 2) result.splice(at, 1);
    else if (kind === 4) result.splice(at, 0, pickFrom(work.random, work.vocabulary));
    else result.splice(at, 2, ...result.slice(at, at + 2).reverse());
  }
  return result;
}

/** Returns a sentence of the reserve; one of random words if that is used up. */
export function newSentence(work: Work): string {
  if (work.reserve.length > 0)
    return pickFrom(work.random, sentencesOf(pickFrom(work.random, work.reserve).text));
  const length = 6 + work.random(12);
  return Array.from({ length }, () => pickFrom(work.random, work.vocabulary)).join(' ') + '.';
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]) /);
}

/** Returns one of the pieces, if possible a long one that no edit has changed yet. */
export function amongLong(pieces: Piece[], work: Work): Piece {
  const long = pieces.filter((it) => isLong(it.block));
  const fresh = long.filter((it) => !isTaken(it));
  return pickFrom(
    work.random,
    [fresh, long, pieces].find((some) => some.length > 0)!
  );
}

/** Returns whether a piece was edited or put in already. */
export function isTaken({ isEdited, isLookalike, from }: Piece): boolean {
  return isEdited === true || isLookalike === true || from.length === 0;
}

export function isLong({ text }: Block): boolean {
  return text.length > 60;
}

export function replaced(pieces: Piece[], piece: Piece, by: Piece[]): Piece[] {
  return pieces.flatMap((it) => (it === piece ? by : [it]));
}

export function withText(piece: Piece, text: string): Piece {
  const block = { ...piece.block, text, markdown: text };
  return { ...piece, from: [...piece.from], block, isEdited: true };
}
