/** Measures how often a quoted sentence is found again at its later place, and how often elsewhere. */
import { selectQuote } from '#lib/domain/document/quote/passages.ts';
import { locateQuote } from '#lib/domain/document/quote/quote.ts';
import { readProse } from '../support/prose.ts';
import { pickFrom, randomFrom, type Random } from '../support/random.ts';

/** The sentences of a text on both sides, and what the quoted sentence became. */
interface Revision {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Null if the sentence was deleted. */
  readonly became: string | null;
}

/** A paragraph, the place of its quoted sentence, and a function that makes up other sentences. */
interface Place {
  readonly sentences: readonly string[];
  readonly at: number;
  readonly reword: (sentence: string, percent: number) => string;
}

const revisions: Record<string, (place: Place) => Revision> = {
  unchanged: ({ sentences, at }) => became(sentences, sentences, sentences[at]!),
  'lightly edited': (place) => edited(place, 12),
  'heavily edited': (place) => edited(place, 35),
  'all around it edited': ({ sentences, at, reword }) => {
    const to = sentences.map((it, place) => (place === at ? it : reword(it, 20)));
    return became(sentences, to, sentences[at]!);
  },
  removed: ({ sentences, at }) => became(sentences, sentences.toSpliced(at, 1), null),
  'removed, its sibling stays': ({ sentences, at, reword }) => {
    const sibling = reword(sentences[at]!, 25);
    const from = sentences.toSpliced(at + 1, 0, sibling);
    return became(from, from.toSpliced(at, 1), null);
  },
  'edited, its sibling stays': ({ sentences, at, reword }) => {
    const from = sentences.toSpliced(at + 1, 0, reword(sentences[at]!, 25));
    const it = reword(sentences[at]!, 12);
    return became(from, from.with(at, it), it);
  },
  'edited, and a twin put in': ({ sentences, at, reword }) => {
    const it = reword(sentences[at]!, 12);
    return became(sentences, [...sentences.with(at, it), sentences[at]!], it);
  }
};

export function measureQuoteQuality(): void {
  for (const [name, make] of Object.entries(revisions)) {
    for (const isKnown of [true, false]) {
      const counts = new Map<string, number>();
      for (const place of places()) {
        const outcome = judge(make(place), place.at, isKnown);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
      const what = `${name}, ${isKnown ? 'earlier text known' : 'selector alone'}`;
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

/** Returns a function that makes up a sentence, different each time. */
function rewording(vocabulary: readonly string[], random: Random): Place['reword'] {
  return (sentence, percent) => {
    const words = sentence.split(' ');
    const reworded = words.map((word) =>
      random(100) < percent ? pickFrom(random, vocabulary) : word
    );
    const differs = reworded.join(' ') !== sentence;
    return (differs ? reworded : reworded.with(random(words.length), 'måske')).join(' ');
  };
}

function edited({ sentences, at, reword }: Place, percent: number): Revision {
  const it = reword(sentences[at]!, percent);
  return became(sentences, sentences.with(at, it), it);
}

function became(from: readonly string[], to: readonly string[], it: string | null): Revision {
  return { from, to, became: it };
}

function judge({ from, to, became: it }: Revision, at: number, isKnown: boolean): string {
  const fromText = from.join(' ');
  const start = from.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
  const quote = selectQuote(fromText, start, start + from[at]!.length);
  const toText = to.join(' ');
  const found = locateQuote(quote, toText, isKnown ? { from: fromText } : {});
  if (found.status !== 'found') return found.status;
  if (it === null) return 'found WRONG';
  const place = toText.indexOf(it);
  const shared = Math.min(found.end, place + it.length) - Math.max(found.start, place);
  return shared > it.length / 2 ? 'found' : 'found WRONG';
}

function shares(counts: ReadonlyMap<string, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...counts].sort().map(([outcome, count]) => {
    return `${outcome} ${((100 * count) / all).toFixed(1)} %`;
  });
  return parts.join(', ');
}
