import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectQuote } from './passages.ts';
import { locateQuote, suggestPlaces, type QuoteSources } from './quote.ts';
import type { Texts } from '../diff/diff.ts';

/** Thousands of cases on a busy machine. */
const LONG = 60_000;

const COMPASS =
  'Havnen skal blive på kommunens hænder. Fiskerne lejer kajen for ti år ad gangen. ' +
  'Den, der vil bygge ved vandet, søger byrådet om lov. Byrådet svarer inden sommer.';
const LEASE = 'Fiskerne lejer kajen for ti år ad gangen.';

describe('a passage is found again', () => {
  test.each([
    ['where nothing changed', COMPASS],
    ['after a text put in before it', `Først en ny sætning om noget andet. ${COMPASS}`],
    ['when it is copy-edited', COMPASS.replace('lejer kajen', 'lejer hele kajen')],
    ['when its first word changed', COMPASS.replace('Fiskerne', 'Sejlerne')],
    ['when all around it changed', `Kajen er vores. ${LEASE} Nu kommer noget helt andet.`],
    ['in the other Unicode form', COMPASS.normalize('NFD')],
    ['typed without Danish keys', COMPASS.replaceAll('å', 'aa').replaceAll('æ', 'ae')]
  ])('%s', (_what, to) => {
    for (const sources of [{}, { from: COMPASS }]) {
      const found = locate(COMPASS, LEASE, to, sources);
      expect(found.status).toBe('found');
      expect(found.words).toMatch(/lejer.*kajen.*for.*gangen/);
    }
  });

  test('with the word that took the place of its first', () => {
    const to = COMPASS.replace('Fiskerne', 'Sejlerne');
    const found = locate(COMPASS, LEASE, to, { from: COMPASS });
    expect(found.words).toBe(LEASE.replace('Fiskerne', 'Sejlerne'));
  });

  test('in the part of a split that has it', () => {
    const parts = [COMPASS.slice(0, 38), COMPASS.slice(39)];
    const found = locate(COMPASS, LEASE, parts, { from: COMPASS });
    expect(found).toMatchObject({ status: 'found', block: 1, words: LEASE });
  });

  test('one word by what stands around it', () => {
    const text = 'Skolen ved åen er rød. Skolen ved skoven er gul.';
    const to = `I dag er det sådan: ${text}`;
    const at = text.lastIndexOf('Skolen');
    const quote = selectQuote(text, at, at + 6);
    for (const sources of [{}, { from: text }]) {
      const found = locateQuote(quote, to, sources);
      expect(found).toMatchObject({ status: 'found', start: to.lastIndexOf('Skolen') });
    }
  });

  test('moved to the other end of its text', () => {
    const to = `${COMPASS.replace(`${LEASE} `, '')} ${LEASE}`;
    expect(locate(COMPASS, LEASE, to, { from: COMPASS }).words).toBe(LEASE);
  });

  test('the surer the less has changed', () => {
    const edits = [
      COMPASS,
      COMPASS.replace('ti år', 'fem år'),
      COMPASS.replace('ti år ad gangen', 'fem år'),
      COMPASS.replace('lejer kajen for ti år ad gangen', 'får kajen i fem år')
    ];
    const scores = edits.map((to) => locate(COMPASS, LEASE, to, { from: COMPASS }).score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });
});

describe('a passage is not found in a lookalike', () => {
  test('when it was removed while its sibling stayed', () => {
    const first = 'Kommunen skal tilbyde gratis hjælp til unge.';
    const second = 'Kommunen skal tilbyde gratis hjælp til gamle.';
    for (const [text, quote, to] of [
      [`${first} ${second}`, first, second],
      [`${first} ${second}`, second, first],
      [`${first} ${second} Staten betaler.`, first, `${second} Staten betaler.`],
      [`Indledning her. ${first} ${second}`, second, `Indledning her. ${first}`]
    ] as const) {
      expect(locate(text, quote, to).status).not.toBe('found');
      expect(locate(text, quote, to, { from: text }).status).toBe('lost');
    }
  });

  test('when it was removed and its sibling copy-edited', () => {
    const text = 'Kommunen skal give hjælp til unge. Kommunen skal give gratis hjælp til gamle.';
    const to = 'Kommunen skal give billig hjælp til gamle.';
    const quote = 'Kommunen skal give hjælp til unge.';
    expect(locate(text, quote, to, { from: text }).status).toBe('lost');
    expect(locate(text, quote, to).status).not.toBe('found');
  });

  test('a name in another word', () => {
    const text = 'Vi spurgte Anne og Hans om havnen.';
    const to = 'Vi spurgte Annemette og Hansen om havnen.';
    expect(locate(text, 'Anne', to).status).toBe('lost');
    expect(locate(text, 'Hans', to, { from: text }).status).toBe('lost');
  });

  test('when it is copy-edited and has a twin elsewhere in the text', () => {
    const twin = 'Alle børn skal have en plads i klubben.';
    const text = `${twin} Byen betaler for det. Klubben åbner klokken to.`;
    const to = `${twin.replace('skal', 'bør')} Byen betaler for det. Klubben lukker. ${twin}`;
    const known = locate(text, twin, to, { from: text });
    expect(known.words).toContain('bør');
    const found = locate(text, twin, to);
    expect(found.status === 'found' && !found.words.includes('bør')).toBe(false);
  });

  test('of two twins the one that was copy-edited is the one that was chosen', () => {
    const twin = 'Alle børn skal have en plads i klubben.';
    const text = `${twin} Byen betaler for det. ${twin} Klubben åbner klokken to.`;
    const to = text.replace('skal', 'bør');
    expect(locate(text, twin, to, { from: text }).words).toContain('bør');
    const first = locate(text, twin, to);
    expect(first.status === 'found' && !first.words.includes('bør')).toBe(false);
  });

  test('a text that only shares its common words', () => {
    const to = 'Der er en ny plan for det, og den er på vej til at blive sat i gang i år.';
    expect(locate(COMPASS, LEASE, to, { from: COMPASS }).status).toBe('lost');
  });

  test('outside of its own block it is a suggestion for a person', () => {
    const elsewhere = ['Noget andet.', COMPASS];
    const lost = locateQuote(select(COMPASS, LEASE), 'Her er intet tilbage.', { elsewhere });
    expect(lost).toMatchObject({ status: 'lost', suggestion: { block: 1 } });
  });

  test('two places as good as each other are ambiguous', () => {
    const quote = select('Byen er grøn', 'grøn');
    expect(locateQuote(quote, 'Byen er grøn. Byen er grøn.').status).toBe('ambiguous');
  });
});

describe('places are suggested to a person', () => {
  const before = 'Hegnet males grønt hvert forår af dem, der bor nærmest.';
  const words = 'males grønt hvert forår';
  const start = before.indexOf(words);
  const quote = selectQuote(before, start, start + words.length);

  test('every place that the words may have come to is offered, the likeliest first', () => {
    const to = 'Dem, der bor nærmest, olierer hegnet hvert forår, og lågen males grøn hvert forår.';
    const places = suggestPlaces(quote, to, { from: before, least: 0.25 });
    const offered = places.map((place) => to.slice(place.start, place.end));
    expect(offered).toEqual(['males grøn hvert forår', 'hvert forår']);
    expect(places[0]!.score).toBeGreaterThan(places[1]!.score);
  });

  test('each place says in which of several texts it stands', () => {
    const to = ['Lågen er rød.', before];
    const places = suggestPlaces(quote, to, { least: 0.5 });
    expect(places).toMatchObject([{ block: 1, start: quote.start, end: quote.end }]);
  });

  test('nothing is offered where nothing is alike', () => {
    expect(suggestPlaces(quote, 'Lågen er rød.', { from: before, least: 0.25 })).toEqual([]);
    expect(suggestPlaces(quote, [], { least: 0.25 })).toEqual([]);
  });

  test('a long text offers a few places and not a page of them', () => {
    const to = Array.from({ length: 40 }, () => before);
    expect(suggestPlaces(quote, to, { least: 0.25 })).toHaveLength(4);
  });
});

describe('for any text', () => {
  const word = fc.constantFrom(
    'og',
    'en',
    'havn',
    'kaj',
    'åen',
    'skibet',
    'sejler',
    '.',
    ',',
    '12'
  );
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

  test(
    'a passage of a text that stayed is found where it was, when the text is known',
    () => {
      fc.assert(
        fc.property(text, fc.nat(), fc.nat(), (all, a, b) => {
          const [start, end] = [a % all.length, b % all.length].sort((x, y) => x - y) as [
            number,
            number
          ];
          fc.pre(all.slice(start, end + 1).trim() !== '');
          const quote = selectQuote(all, start, end + 1);
          const found = locateQuote(quote, all, { from: all });
          expect(found).toMatchObject({ start: quote.start, end: quote.end });
        }),
        { numRuns: 2000 }
      );
    },
    LONG
  );

  test(
    'what is found are whole words of the text it is found in',
    () => {
      fc.assert(
        fc.property(text, text, fc.nat(), (from, to, at) => {
          const start = at % from.length;
          fc.pre(from.slice(start, start + 9).trim() !== '');
          const found = locateQuote(selectQuote(from, start, Math.min(from.length, start + 9)), to);
          if (found.status === 'lost') return;
          expect(to.slice(found.start, found.end)).toMatch(/^\S.*\S$|^\S$/);
          expect(` ${to} `).toContain(` ${to.slice(found.start, found.end)} `);
        }),
        { numRuns: 2000 }
      );
    },
    LONG
  );
});

function select(text: string, passage: string) {
  const start = text.indexOf(passage);
  return selectQuote(text, start, start + passage.length);
}

function locate(text: string, passage: string, to: Texts, sources: QuoteSources = {}) {
  const result = locateQuote(select(text, passage), to, sources);
  if (result.status === 'lost') return { ...result, block: -1, words: '' };
  const texts = typeof to === 'string' ? [to] : to;
  return { ...result, words: texts[result.block]!.slice(result.start, result.end) };
}
