/** Measures how many of the marked words were changed, and the reverse, in known revisions. */
import { diffArrays } from 'diff';
import { wordDiff } from '#lib/domain/document/diff/diff.ts';
import { tokenise } from '#lib/domain/document/words/words.ts';
import { readProse } from '../support/prose.ts';
import { pickFrom, randomFrom, type Random } from '../support/random.ts';

/** A word of the earlier text, of the later text, or of both if it was not changed. */
interface Word {
  readonly letters: string;
  readonly inFrom: boolean;
  readonly inTo: boolean;
}

/** Whether each word is marked as changed: the words of `from`, then those of `to`. */
type Marks = boolean[];

export function measureDiffQuality(): void {
  const names = ['boern.da', 'havn.da', 'vedtaegt.da', 'energy.en', 'library.en'];
  const sentences = names.flatMap((name) => readProse(name).blocks.map(({ text }) => words(text)));
  const long = sentences.filter(({ length }) => length > 8);
  const random = randomFrom(17);
  const revisions = Array.from({ length: 4000 }, () =>
    revise(pickFrom(random, long), long, random)
  );
  console.log(`${revisions.length} revisions of sentences and paragraphs`);
  report('Lydhør: wordDiff', revisions, ours);
  report('jsdiff: diffArrays over words', revisions, jsdiff);
}

function words(text: string): string[] {
  const spoken = tokenise(text).filter(({ kind }) => kind !== 'space');
  return spoken.map(({ start, end }) => text.slice(start, end));
}

/** Returns the text with a phrase replaced, deleted, inserted or moved in one to four places. */
function revise(text: readonly string[], all: readonly string[][], random: Random): Word[] {
  let revised: Word[] = text.map((letters) => ({ letters, inFrom: true, inTo: true }));
  for (let times = 1 + random(4); times > 0; times--) {
    const length = random(2) === 0 ? 1 : 1 + random(6);
    const at = random(Math.max(1, revised.length - length));
    const span = revised.slice(at, at + length);
    if (span.every((word) => word.inFrom && word.inTo))
      revised = change(revised, at, span, all, random);
  }
  return revised;
}

function change(
  text: readonly Word[],
  at: number,
  span: readonly Word[],
  all: readonly string[][],
  random: Random
): Word[] {
  const gone = span.map((word) => ({ ...word, inTo: false }));
  const kind = random(10);
  if (kind < 5) return text.toSpliced(at, span.length, ...gone, ...phrase(all, random));
  if (kind < 7) return text.toSpliced(at, span.length, ...gone);
  if (kind < 9) return text.toSpliced(at, 0, ...phrase(all, random));
  const come = span.map((word) => ({ ...word, inFrom: false }));
  const left = text.toSpliced(at, span.length, ...gone);
  return left.toSpliced(random(at + 1), 0, ...come);
}

/** Returns consecutive words of one of the texts, which has small words as prose does. */
function phrase(all: readonly string[][], random: Random): Word[] {
  const text = pickFrom(random, all);
  const length = 1 + random(6);
  const from = random(Math.max(1, text.length - length));
  return text.slice(from, from + length).map((letters) => ({ letters, inFrom: false, inTo: true }));
}

interface Marked {
  readonly marks: Marks;
  readonly hunks: number;
}

function report(
  name: string,
  revisions: readonly Word[][],
  diff: (from: string[], to: string[]) => Marked
): void {
  let [right, wrong, missed, hunks] = [0, 0, 0, 0];
  for (const revision of revisions) {
    const from = revision.filter((word) => word.inFrom);
    const to = revision.filter((word) => word.inTo);
    const truth = [...from.map((word) => !word.inTo), ...to.map((word) => !word.inFrom)];
    const found = diff(from.map(lettersOf), to.map(lettersOf));
    hunks += found.hunks;
    truth.forEach((changed, at) => {
      if (changed && found.marks[at]) right += 1;
      else if (found.marks[at]) wrong += 1;
      else if (changed) missed += 1;
    });
  }
  const f1 = (2 * right) / (2 * right + wrong + missed);
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  const parts = [f1, precision, recall].map((part) => part.toFixed(4));
  console.log(
    `${name.padEnd(32)}F1 ${parts[0]} (right ${parts[1]}, found ${parts[2]}), ${hunks} hunks`
  );
}

function lettersOf({ letters }: Word): string {
  return letters;
}

function ours(from: string[], to: string[]): Marked {
  const hunks = wordDiff(from.join(' '), to.join(' '));
  const marksOf = (side: 'from' | 'to') =>
    hunks.flatMap((hunk) => {
      const count = hunk[side].split(' ').filter((word) => word !== '').length;
      return new Array<boolean>(count).fill(hunk.type !== 'equal');
    });
  const changes = hunks.filter(({ type }) => type !== 'equal').length;
  return { marks: [...marksOf('from'), ...marksOf('to')], hunks: changes };
}

function jsdiff(from: string[], to: string[]): Marked {
  const parts = diffArrays(from, to);
  const marksOf = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    parts.flatMap((part) => (part[other] ? [] : part.value.map(() => part[own])));
  const changes = parts.filter(({ added, removed }) => added || removed).length;
  const marks = [...marksOf('added', 'removed'), ...marksOf('removed', 'added')];
  return { marks, hunks: changes };
}
