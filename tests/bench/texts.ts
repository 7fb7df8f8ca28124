import type { Block } from '#lib/domain/document/block.ts';
import { block } from '../support/prose.ts';
import { pickFrom, type Random } from '../support/random.ts';

/** The small words are Danish and frequent, the others made up and rare, as in prose. */
const small = 'og at det er en til på den som i af for med der ikke vi skal kan har et de om'.split(
  ' '
);
const heads = 'bro lys hav sti mark vej skov by dal tårn havn eng kær mose vang sund'.split(' ');
const tails = 'ning hed lig dom skab løs fuld ende else ere værk rum gang tid laug ret'.split(' ');

function word(random: Random): string {
  if (random(5) < 2) return pickFrom(random, small);
  return (
    pickFrom(random, heads) +
    pickFrom(random, heads) +
    (random(2) === 0 ? pickFrom(random, tails) : '')
  );
}

export function sentence(random: Random, length = 8 + random(7)): string {
  const words = Array.from({ length }, () => word(random));
  if (length > 10) words[random(length - 2) + 1] += ',';
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

export function paragraph(random: Random): string {
  return `${sentence(random)} ${sentence(random)}`;
}

export function blocks(texts: readonly string[]): Block[] {
  return texts.map((text) => block({ text }));
}

export interface Edits {
  readonly edits: number;
  readonly splits: number;
  readonly merges: number;
  readonly moves: number;
}

/** Returns a copy of the paragraphs in which `counts` of them are edited, split, merged and moved. */
export function revised(from: readonly string[], counts: Edits, random: Random): string[] {
  const texts = [...from];
  const times = (count: number, act: (at: number) => void) => {
    for (let n = 0; n < count; n++) act(random(texts.length - 1));
  };
  times(counts.edits, (at) => (texts[at] = edited(texts[at]!, random)));
  times(counts.splits, (at) => texts.splice(at, 1, ...cut(texts[at]!)));
  times(counts.merges, (at) => texts.splice(at, 2, `${texts[at]} ${texts[at + 1]}`));
  times(counts.moves, (at) => texts.splice(random(texts.length), 0, ...texts.splice(at, 1)));
  return texts;
}

/** Returns the text with words replaced, inserted or deleted in one to four places. */
function edited(text: string, random: Random): string {
  const words = text.split(' ');
  for (let n = 1 + random(4); n > 0; n--) {
    const fresh = Array.from({ length: random(3) }, () => word(random));
    words.splice(random(words.length), random(3), ...fresh);
  }
  return words.join(' ');
}

function cut(text: string): string[] {
  const end = text.indexOf('. ');
  return end < 0 ? [text] : [text.slice(0, end + 1), text.slice(end + 2)];
}
