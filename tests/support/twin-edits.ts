/** Edits of paragraphs that differ from another in a word or two only: its twins. */
import { amongLong, isLong, isTaken, replaced, withText, type Piece, type Work } from './pieces.ts';
import { pickFrom } from './random.ts';

export const twins = {
  /** Two twins change places, and the same words are changed in both. */
  swapTwins(pieces: Piece[], work: Work) {
    const pair = twinsAmong(pieces, work);
    if (!pair) return;
    const [one, other] = pair;
    const words = commonWords(one, other);
    const [was, now] = [pickFrom(work.random, words), pickFrom(work.random, work.vocabulary)];
    const turned = (it: Piece): Piece => ({ ...withWord(it, was, now), isMoved: true });
    return pieces.map((it) => (it === one ? turned(other) : it === other ? turned(one) : it));
  },
  /** One twin is taken out, and what twins have in common is changed in the other. */
  loseTwin(pieces: Piece[], work: Work) {
    const [lost, stays] = twinsAmong(pieces, work) ?? [];
    if (!lost || !stays || lost.from.length === 0) return;
    return replaced(replaced(pieces, lost, []), stays, [touched(stays, lost, work)]);
  },
  /** Twins that stand together move to another place, and one of them is edited. */
  moveTwins(pieces: Piece[], work: Work) {
    const [one, other] = twinsAmong(pieces, work) ?? [];
    if (!one || !other) return;
    const rest = pieces.filter((it) => it !== one && it !== other);
    const moved = [one, touched(other, one, work)].map((it) => ({ ...it, isMoved: true }));
    rest.splice(work.random(rest.length + 1), 0, ...moved);
    return rest;
  },
  /**
   * A paragraph is edited, and before or after it a twin is put in: of the same form, about
   * something else.
   */
  putInTwin(pieces: Piece[], work: Work) {
    const piece = amongLong(pieces, work);
    if (piece.from.length !== 1 || piece.isLookalike || !isLong(piece.block)) return;
    const about = new Set(longWords(piece.block.text.split(' ')));
    const many = Math.max(2, Math.round(piece.block.text.split(' ').length * SHARE_OF_TWIN));
    if (about.size < many + 2) return;
    let twin = piece;
    for (let left = many; left > 0; left--) {
      const word = pickFrom(work.random, [...about]);
      about.delete(word);
      twin = withWord(twin, word, pickFrom(work.random, longWords(work.vocabulary)));
    }
    const put: Piece = { block: twin.block, from: [], isLookalike: true };
    const edited = { ...touched(piece, twin, work), isLookalike: true, isTwinned: true };
    return replaced(pieces, piece, work.random(2) === 0 ? [edited, put] : [put, edited]);
  }
};

/** The share of a twin's words that say what it is about. */
const SHARE_OF_TWIN = 0.15;

/** Returns the piece with one to three of the words changed that it has in common with its twin. */
function touched(piece: Piece, twin: Piece, work: Work): Piece {
  let result = piece;
  for (let left = 1 + work.random(3); left > 0; left--) {
    const word = pickFrom(work.random, commonWords(result, twin));
    result = withWord(result, word, pickFrom(work.random, work.vocabulary));
  }
  return result;
}

/** Returns two pieces that stand close together and differ in at most a seventh of their words. */
function twinsAmong(pieces: Piece[], work: Work): [Piece, Piece] | undefined {
  const pairs = pieces.flatMap((one, at) =>
    pieces
      .slice(at + 1, at + 4)
      .filter((other) => isTwin(one, other))
      .map((other): [Piece, Piece] => [one, other])
  );
  if (pairs.length === 0) return undefined;
  const [one, other] = pickFrom(work.random, pairs);
  return work.random(2) === 0 ? [one, other] : [other, one];
}

function isTwin(one: Piece, other: Piece): boolean {
  if (!isLong(one.block) || isTaken(one) || isTaken(other)) return false;
  const [left, right] = [one, other].map((it) => it.block.text.split(' ')) as [string[], string[]];
  if (left.length !== right.length) return false;
  const differing = left.filter((word, at) => word !== right[at]).length;
  return differing > 0 && differing * 7 <= left.length;
}

function commonWords(one: Piece, other: Piece): string[] {
  const known = new Set(other.block.text.split(' '));
  return one.block.text.split(' ').filter((word) => known.has(word));
}

/** Returns the piece with one word put for another wherever it stands. */
function withWord(piece: Piece, was: string, now: string): Piece {
  return withText(
    piece,
    piece.block.text
      .split(' ')
      .map((it) => (it === was ? now : it))
      .join(' ')
  );
}

/** Returns the words that name a thing, rather than join others. */
function longWords(words: readonly string[]): string[] {
  return words.filter((it) => /^\p{L}{6,}$/u.test(it));
}
