/**
 * Makes revisions of a text by edits like those that people make, one after another, and records for
 * each block of the result which blocks of the first text it came from.
 */
import type { Block } from '#lib/domain/document/block.ts';
import { block } from './prose.ts';
import { kept } from './kept-edits.ts';
import {
  amongLong,
  isLong,
  isTaken,
  newSentence,
  replaced,
  replaceWords,
  sentencesOf,
  withText,
  type Piece,
  type Work
} from './pieces.ts';
import { pickFrom, type Random } from './random.ts';
import { twins } from './twin-edits.ts';

export interface Revision {
  readonly from: Block[];
  readonly to: Block[];
  /** Every pair of blocks that belong together, as [index in `from`, index in `to`]. */
  readonly links: [number, number][];
  /** Indexes in `from` of the blocks that an edit took from their place. */
  readonly moved: ReadonlySet<number>;
  /** Indexes in `from` of the blocks that were edited while a twin of them was put in. */
  readonly twinned: ReadonlySet<number>;
}

export interface Material {
  readonly blocks: Block[];
  readonly rewordings: ReadonlyMap<string, string>;
  /** What is put in; without it a fifth of the paragraphs is kept back for that. */
  readonly reserve?: readonly Block[];
}

export type Edit = keyof typeof edits;

/** Returns the text after the edits of `plan`, one after another. */
export function revise(material: Material, random: Random, plan: readonly Edit[]): Revision {
  const { old, reserve } = withReserve(material, random);
  let pieces: Piece[] = old.map((it, at) => ({ block: it, from: [at] }));
  const vocabulary = [...material.blocks, ...(material.reserve ?? [])].flatMap(({ text }) =>
    text.split(' ')
  );
  const work = { random, reserve, vocabulary, rewordings: material.rewordings };
  for (const edit of plan) pieces = edits[edit]([...pieces], work) ?? pieces;
  const links = pieces.flatMap(({ from }, at) => from.map((it): [number, number] => [it, at]));
  const those = (is: (piece: Piece) => boolean | undefined) =>
    new Set(pieces.filter(is).flatMap(({ from }) => from));
  return {
    from: old,
    to: pieces.map((it) => it.block),
    links,
    moved: those((it) => it.isMoved),
    twinned: those((it) => it.isTwinned)
  };
}

function withReserve({ blocks, reserve }: Material, random: Random) {
  if (reserve) return { old: [...blocks], reserve: [...reserve] };
  const [old, back]: [Block[], Block[]] = [[], []];
  for (const it of blocks) (isLong(it) && random(5) === 0 ? back : old).push(it);
  return { old, reserve: back };
}

/** The edits. Each returns the edited pieces, or undefined if there is nothing that it can edit. */
const edits = {
  touch: (pieces, work) => change(pieces, work, (words) => replaceWords(words, work, 0.04)),
  rephrase: (pieces, work) => change(pieces, work, (words) => replaceWords(words, work, 0.2)),
  rewrite: (pieces, work) => change(pieces, work, (words) => replaceWords(words, work, 0.45)),
  cutSentence: (pieces, work) =>
    changeText(pieces, work, (sentences) => without(sentences, work.random(sentences.length))),
  addSentence: (pieces, work) =>
    changeText(pieces, work, (sentences) => [...sentences, newSentence(work)]),
  reword(pieces, work) {
    const known = pieces.filter((it) => !isTaken(it) && work.rewordings.has(it.block.text));
    if (known.length === 0) return;
    const piece = pickFrom(work.random, known);
    return replaced(pieces, piece, [withText(piece, work.rewordings.get(piece.block.text)!)]);
  },
  split(pieces, work) {
    const piece = amongLong(pieces, work);
    const sentences = sentencesOf(piece.block.text);
    if (sentences.length < 2) return;
    const at = 1 + work.random(sentences.length - 1);
    const parts = [sentences.slice(0, at), sentences.slice(at)];
    return replaced(
      pieces,
      piece,
      parts.map((part) => withText(piece, part.join(' ')))
    );
  },
  merge(pieces, work) {
    const at = work.random(pieces.length - 1);
    const [one, other] = [pieces[at]!, pieces[at + 1]!];
    if (!isLong(one.block) || !isLong(other.block) || isTaken(one) || isTaken(other)) return;
    const merged = withText(one, `${one.block.text} ${other.block.text}`);
    merged.from = [...new Set([...one.from, ...other.from])].sort((a, b) => a - b);
    pieces.splice(at, 2, merged);
    return pieces;
  },
  move(pieces, work) {
    const [piece] = pieces.splice(work.random(pieces.length), 1);
    pieces.splice(work.random(pieces.length + 1), 0, { ...piece!, isMoved: true });
    return pieces;
  },
  moveSection(pieces, work) {
    const section = pieces.splice(work.random(pieces.length - 4), 2 + work.random(4));
    const moved = section.map((it) => ({ ...it, isMoved: true }));
    pieces.splice(work.random(pieces.length + 1), 0, ...moved);
    return pieces;
  },
  moveAndEdit(pieces, work) {
    const piece = amongLong(pieces, work);
    const moved = withText(piece, replaceWords(piece.block.text.split(' '), work, 0.15).join(' '));
    const rest = replaced(pieces, piece, []);
    rest.splice(work.random(rest.length + 1), 0, { ...moved, isMoved: true });
    return rest;
  },
  swap(pieces, work) {
    const at = work.random(pieces.length - 1);
    pieces.splice(at, 2, pieces[at + 1]!, pieces[at]!);
    return pieces;
  },
  delete: (pieces, work) => remove(pieces, pickFrom(work.random, pieces)),
  deleteLong: (pieces, work) => remove(pieces, amongLong(pieces, work)),
  deleteLookalike(pieces, work) {
    const pairs = lookalikes(pieces);
    return pairs.length === 0 ? undefined : remove(pieces, pickFrom(work.random, pairs));
  },
  deleteSection(pieces, work) {
    const at = work.random(pieces.length);
    const section = pieces.slice(at, at + 2 + work.random(3));
    return section.reduce(remove, pieces);
  },
  insert(pieces, work) {
    pieces.splice(work.random(pieces.length + 1), 0, fresh(work));
    return pieces;
  },
  insertLookalike(pieces, work) {
    const like = amongLong(pieces, work);
    like.isLookalike = true;
    const text = replaceWords(like.block.text.split(' '), work, 0.5).join(' ');
    const at = Math.min(pieces.length, pieces.indexOf(like) + 1 + work.random(3));
    pieces.splice(at, 0, {
      block: { ...like.block, text, markdown: text },
      from: [],
      isLookalike: true
    });
    return pieces;
  },
  replace(pieces, work) {
    const piece = amongLong(pieces, work);
    return piece.isLookalike ? undefined : replaced(pieces, piece, [fresh(work)]);
  },
  reorderList(pieces, work) {
    const at = pieces.findIndex((it) => it.block.kind === 'listItem');
    const end = pieces.findIndex((it, i) => i > at && it.block.kind !== 'listItem');
    const items = pieces.splice(at, (end < 0 ? pieces.length : end) - at);
    for (; items.length > 0;) {
      const [item] = items.splice(work.random(items.length), 1);
      pieces.splice(at, 0, item!);
    }
    return pieces;
  },
  repeatHeading(pieces, work) {
    const headings = pieces.filter((it) => it.block.kind === 'heading');
    if (headings.length === 0) return;
    const like = pickFrom(work.random, headings);
    like.isLookalike = true;
    const piece: Piece = { block: like.block, from: [], isLookalike: true };
    pieces.splice(work.random(pieces.length + 1), 0, piece, fresh(work));
    return pieces;
  },
  renumber(pieces, work) {
    const by = 1 + work.random(2);
    return pieces.map((it) => {
      const text = it.block.text.replace(/^(§ |R?)(\d+)/, (_, sign, n) => sign + (Number(n) + by));
      return text === it.block.text ? it : withText(it, text);
    });
  },
  retype(pieces) {
    return pieces.map((it) => withText(it, it.block.text.normalize('NFD').replaceAll("'", '’')));
  },
  ...kept,
  ...twins
} satisfies Record<string, (pieces: Piece[], work: Work) => Piece[] | undefined>;

function change(pieces: Piece[], work: Work, how: (words: string[]) => string[]): Piece[] {
  const piece = work.random(4) === 0 ? pickFrom(work.random, pieces) : amongLong(pieces, work);
  if (isTaken(piece)) return pieces;
  if (piece.block.text.split(' ').length < 3) return pieces;
  return replaced(pieces, piece, [withText(piece, how(piece.block.text.split(' ')).join(' '))]);
}

function changeText(pieces: Piece[], work: Work, how: (sentences: string[]) => string[]) {
  const piece = amongLong(pieces, work);
  const sentences = sentencesOf(piece.block.text);
  if (sentences.length < 2) return;
  return replaced(pieces, piece, [withText(piece, how(sentences).join(' '))]);
}

function remove(pieces: Piece[], piece: Piece): Piece[] {
  return piece.isLookalike ? pieces : replaced(pieces, piece, []);
}

function fresh(work: Work): Piece {
  const next = work.reserve.pop();
  const text = next?.text ?? `${newSentence(work)} ${newSentence(work)}`;
  return { block: next ?? block({ text }), from: [] };
}

/** Returns the pieces of which another piece has at least half of the words, but not all. */
function lookalikes(pieces: Piece[]): Piece[] {
  const real = pieces.filter((it) => !it.isLookalike && isLong(it.block));
  const bags = real.map((it) => new Set(it.block.text.split(' ')));
  return real.filter((_, at) =>
    bags.some((bag, other) => {
      if (other === at) return false;
      const common = [...bags[at]!].filter((word) => bag.has(word)).length;
      return common * 2 >= bags[at]!.size && common < bags[at]!.size;
    })
  );
}

function without<Thing>(things: Thing[], at: number): Thing[] {
  return things.filter((_, index) => index !== at);
}
