/** Measures pairs of texts of up to a megabyte that are slow to compare. */
import { comparisonHtml } from '../../src/cli/comparison-html.ts';
import { readMessages } from '../../src/cli/messages.ts';
import { align } from '#lib/domain/document/align/align.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { compare } from '#lib/domain/document/comparison/comparison.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { measureApart, peak, spent, type Cost } from './cost.ts';
import { blocks, paragraph, revised, sentence } from './texts.ts';

type Pair = readonly [readonly string[], readonly string[]];

const cases: Record<string, () => Pair> = {
  'nothing in common, 5,400 paragraphs': () => [many(5400, paragraph, 1), foreign(5400)],
  'nothing but words in common': () => [many(5400, paragraph, 1), many(5400, paragraph, 2)],
  'one paragraph 10,000 times, one fewer': () => [same(10_000), same(9_999)],
  'one paragraph 10,000 times, each with a word more': () => [same(10_000), same(10_000, ' Nu.')],
  'one paragraph 10,000 times against another': () => [same(10_000), same(10_000, '', 5)],
  shuffled: () => [many(5400, paragraph, 1), shuffled(many(5400, paragraph, 1))],
  'every paragraph edited': () => [
    many(5400, paragraph, 1),
    edited(many(5400, paragraph, 1), 9000)
  ],
  'one block of 1 MB, edited': () => [[blob(1)], [everyNth(blob(1), 500)]],
  'one block of 1 MB, another word every tenth': () => [[blob(1)], [everyNth(blob(1), 10)]],
  'one block of 1 MB, nothing in common': () => [[blob(1)], [foreign(5400).join(' ')]],
  'one block of 1 MB, nothing but words in common': () => [[blob(1)], [blob(2)]],
  'one block of 1 MB of one word': () => [[Array(200_000).fill('fred').join(' ')], [blob(1)]],
  'one block of 1 MB, cut in paragraphs': () => [[blob(1)], many(5400, paragraph, 1)],
  'every paragraph cut in two': () => [
    many(5400, paragraph, 1),
    many(5400, paragraph, 1).flatMap((text) => text.split(/(?<=\.) /))
  ],
  '340 paragraphs of 500 words, every third another': () => [long(), long().map(everyThird)],
  '10,000 lookalikes, a word put into each': () => [lookalikes(''), lookalikes('altid ')],
  '10,000 paragraphs of the same ten words': () => [
    many(10_000, tenWords, 1),
    many(10_000, tenWords, 2)
  ],
  '44,000 short lines, nothing but words in common': () => [
    many(44_000, line, 1),
    many(44_000, line, 2)
  ]
};

export function measureWorstCases(): void {
  for (const name of Object.keys(cases)) measureApart(import.meta.url, name);
}

/** Returns the time of the only run, and the peak memory of the process. */
function measure(name: string): Cost {
  const idle = peak();
  const [from, to] = cases[name]!().map(blocks) as [Block[], Block[]];
  const start = spent();
  const rows = align(from, to);
  const aligned = spent() - start;
  const html = comparisonHtml(compare(from, to, rows), readMessages('da'));
  if (html.length === 0) throw new Error('nothing compared');
  return { total: spent() - start, align: aligned, megabytes: peak(), idle };
}

function many(count: number, write: (random: Random) => string, seed: number): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => write(random));
}

function foreign(count: number): string[] {
  return many(count, paragraph, 3).map((text) => text.replace(/\p{L}+/gu, (word) => `x${word}q`));
}

function same(count: number, end = '', seed = 4): string[] {
  return Array(count).fill(sentence(randomFrom(seed), 14) + end);
}

function shuffled(texts: string[]): string[] {
  const random = randomFrom(6);
  for (let at = texts.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [texts[at], texts[other]] = [texts[other]!, texts[at]!];
  }
  return texts;
}

function edited(texts: readonly string[], times: number): string[] {
  return revised(texts, { edits: times, splits: 0, merges: 0, moves: 0 }, randomFrom(7));
}

function long(): string[] {
  return many(340, (random) => sentence(random, 500), 8);
}

function everyThird(text: string): string {
  return everyNth(text, 3);
}

function lookalikes(word: string): string[] {
  return many(10_000, () => '', 1).map(
    (_, at) => `Krav ${at}: afsenderen skal ${word}gemme kvitteringen for sending ${at} i arkivet.`
  );
}

function tenWords(random: Random): string {
  return Array.from({ length: 12 }, () => `ord${random(10)}`).join(' ');
}

function line(random: Random): string {
  return sentence(random, 3);
}

/** Returns a text of almost a megabyte in one block. */
function blob(seed: number): string {
  return many(5400, paragraph, seed).join(' ');
}

function everyNth(text: string, n: number): string {
  const words = text.split(' ');
  for (let at = n - 1; at < words.length; at += n) words[at] = `ny${at}`;
  return words.join(' ');
}

if (import.meta.main) console.log(JSON.stringify(measure(process.argv[2]!)));
