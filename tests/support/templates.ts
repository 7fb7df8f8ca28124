/** Paragraphs made after one form, as programmes have them for each district or subject. */
import type { Block } from '#lib/domain/document/block.ts';
import { block } from './prose.ts';
import { pickFrom, type Random } from './random.ts';

/** Returns `count` paragraphs of one form, each about another thing. */
export function writeTemplates(random: Random, count: number): Block[] {
  const form = pickFrom(random, forms);
  const start = random(things.length);
  const place = pickFrom(random, places);
  return Array.from({ length: count }, (_, at) => {
    const thing = things[(start + at) % things.length]!;
    return block({ text: form.replaceAll('<thing>', thing).replaceAll('<place>', place) });
  });
}

const forms = [
  'Der skal være adgang til <thing> i <place>. Stedet holdes åbent af frivillige og ansatte i fællesskab, og brugerne vælger selv et råd, der fordeler pengene hvert efterår.',
  'Kommunen opretter <thing> i <place> senest to år efter valget. Naboerne høres, før grunden vælges, og udgiften til drift skrives ind i budgettet for alle fire år.',
  'Vi støtter <thing> i <place> med en fast pulje. Foreninger kan søge om penge to gange om året, og et udvalg af borgere svarer inden seks uger.',
  'The council will run <thing> in <place>. It is open every day of the week, it costs nothing for children, and its users meet twice a year to decide what should change.',
  'Forslaget om <thing> i <place> sendes i høring. Svarene samles af forvaltningen, som skriver en indstilling, og byrådet tager stilling på et åbent møde.'
];

const things = [
  'værksted',
  'legeplads',
  'svømmehal',
  'bibliotek',
  'musikskole',
  'cykelbane',
  'køkkenhave',
  'teater',
  'genbrugsplads',
  'ungdomsklub',
  'madhus',
  'skøjtebane',
  'lægehus',
  'vandrerhjem'
];

const places = ['Nordbyen', 'hver bydel', 'Strandkvarteret', 'de tre landsbyer', 'Mølleparken'];
