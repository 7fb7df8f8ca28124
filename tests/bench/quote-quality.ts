/** How often a sentence is found again where it went, and never where it did not. */
import { locateQuote, selectQuote } from '#lib/domain/document/quote/anchor.ts';
import { readProse } from '../support/prose.ts';
import { among, randomFrom, type Random } from '../support/random.ts';

/** A text by sentences before and after, the sentence that is quoted, and what it became. */
interface Errand {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Nothing: the sentence was removed. */
  readonly became: string | null;
}

/** A paragraph, which of its sentences is quoted, and a way to make up words for it. */
interface Place {
  readonly sentences: readonly string[];
  readonly at: number;
  readonly reword: (sentence: string, percent: number) => string;
}

const errands: Record<string, (place: Place) => Errand> = {
  unchanged: ({ sentences, at }) => became(sentences, sentences, sentences[at]!),
  'lightly edited': (place) => edited(place, 12),
  'heavily edited': (place) => edited(place, 35),
  'all around it edited': ({ sentences, at, reword }) => {
    const after = sentences.map((it, place) => (place === at ? it : reword(it, 20)));
    return became(sentences, after, sentences[at]!);
  },
  removed: ({ sentences, at }) => became(sentences, sentences.toSpliced(at, 1), null),
  'removed, its sibling stays': ({ sentences, at, reword }) => {
    const sibling = reword(sentences[at]!, 25);
    const before = sentences.toSpliced(at + 1, 0, sibling);
    return became(before, before.toSpliced(at, 1), null);
  },
  'edited, its sibling stays': ({ sentences, at, reword }) => {
    const before = sentences.toSpliced(at + 1, 0, reword(sentences[at]!, 25));
    const it = reword(sentences[at]!, 12);
    return became(before, before.with(at, it), it);
  },
  'edited, and a twin put in': ({ sentences, at, reword }) => {
    const it = reword(sentences[at]!, 12);
    return became(sentences, [...sentences.with(at, it), sentences[at]!], it);
  }
};

export function measureQuoteQuality(): void {
  for (const [name, make] of Object.entries(errands)) {
    for (const isKnown of [true, false]) {
      const counts = new Map<string, number>();
      for (const place of places()) {
        const outcome = judge(make(place), place.at, isKnown);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
      const what = `${name}, ${isKnown ? 'old text known' : 'selector alone'}`;
      console.log(`${what.padEnd(46)}${shares(counts)}`);
    }
  }
}

function* places(): Generator<Place> {
  const names = ['boern.da', 'havn.da', 'vedtaegt.da', 'energy.en', 'library.en'];
  const texts = names.flatMap((name) => readProse(name).blocks.map(({ text }) => text));
  const random = randomFrom(5);
  const vocabulary = texts.join(' ').split(' ');
  for (let round = 0; round < 6; round++) {
    for (const text of texts) {
      const sentences = text.split(/(?<=[.!?]) /);
      const at = random(sentences.length);
      const isLong = sentences.length > 1 && sentences[at]!.split(' ').length > 3;
      if (isLong) yield { sentences, at, reword: rewording(vocabulary, random) };
    }
  }
}

/** Always another sentence, if only by a word. */
function rewording(vocabulary: readonly string[], random: Random): Place['reword'] {
  return (sentence, percent) => {
    const words = sentence.split(' ');
    const reworded = words.map((word) =>
      random(100) < percent ? among(random, vocabulary) : word
    );
    const differs = reworded.join(' ') !== sentence;
    return (differs ? reworded : reworded.with(random(words.length), 'måske')).join(' ');
  };
}

function edited({ sentences, at, reword }: Place, percent: number): Errand {
  const it = reword(sentences[at]!, percent);
  return became(sentences, sentences.with(at, it), it);
}

function became(before: readonly string[], after: readonly string[], it: string | null): Errand {
  return { before, after, became: it };
}

function judge({ before, after, became: it }: Errand, at: number, isKnown: boolean): string {
  const text = before.join(' ');
  const start = before.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
  const quote = selectQuote(text, start, start + before[at]!.length);
  const later = after.join(' ');
  const found = locateQuote(quote, later, isKnown ? { earlier: text } : {});
  if (found.status !== 'found') return found.status;
  if (it === null) return 'found WRONG';
  const from = later.indexOf(it);
  const shared = Math.min(found.end, from + it.length) - Math.max(found.start, from);
  return shared > it.length / 2 ? 'found' : 'found WRONG';
}

function shares(counts: ReadonlyMap<string, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...counts].sort().map(([outcome, count]) => {
    return `${outcome} ${((100 * count) / all).toFixed(1)} %`;
  });
  return parts.join(', ');
}
