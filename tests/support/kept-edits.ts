/** Edits after which a paragraph is largely new, but keeps a sentence word for word. */
import type { Block } from '#lib/domain/document/block.ts';
import {
  amongLong,
  isLong,
  isTaken,
  newSentence,
  replaced,
  sentencesOf,
  withText,
  type Piece,
  type Work
} from './pieces.ts';
import { pickFrom } from './random.ts';

/** Words that make a sentence one's own. */
const OWN_WORDS = 8;

export const kept = {
  /** A paragraph, also of one sentence, goes on with one to three sentences more. */
  grow(pieces: Piece[], work: Work) {
    const piece = amongLong(pieces, work);
    const more = newSentences(work, 1 + work.random(3));
    return replaced(pieces, piece, [withText(piece, [piece.block.text, ...more].join(' '))]);
  },
  /** Only one sentence of a paragraph stays; what is around it is new. */
  keepSentence(pieces: Piece[], work: Work) {
    const piece = amongLong(pieces, work);
    const own = ownSentences(piece.block);
    if (own.length === 0) return;
    const before = newSentences(work, work.random(3));
    const after = newSentences(work, 1 + work.random(3));
    const text = [...before, pickFrom(work.random, own), ...after].join(' ');
    return replaced(pieces, piece, [withText(piece, text)]);
  },
  /** Two paragraphs become one, which keeps a sentence of each and has new ones beside them. */
  keepOfTwo(pieces: Piece[], work: Work) {
    const at = work.random(pieces.length);
    const [one, other] = [pieces[at]!, pieces[at + 1]];
    if (!other || !isLong(one.block) || !isLong(other.block)) return;
    if (isTaken(one) || isTaken(other)) return;
    const [first, second] = [ownSentences(one.block), ownSentences(other.block)];
    if (first.length === 0 || second.length === 0) return;
    const sentences = [pickFrom(work.random, first), pickFrom(work.random, second)];
    const merged = withText(one, [...sentences, ...newSentences(work, 1)].join(' '));
    merged.from = [...new Set([...one.from, ...other.from])].sort((a, b) => a - b);
    pieces.splice(at, 2, merged);
    return pieces;
  }
};

function ownSentences({ text }: Block): string[] {
  return sentencesOf(text).filter((it) => it.split(' ').length >= OWN_WORDS);
}

function newSentences(work: Work, count: number): string[] {
  return Array.from({ length: count }, () => newSentence(work));
}
