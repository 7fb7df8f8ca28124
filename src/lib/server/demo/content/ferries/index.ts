import type { DemoDocument } from '../types.ts';

const version1 = `## Visionens tekst

Færgen er en vej. Den, der bor på en ø, skal kunne regne med den, som andre regner med en bro.

Derfor skal en billet til færgen koste det samme som at køre den samme strækning i bil. Det gælder mennesker, cykler og varer, og det gælder hele året.

Den sidste afgang om aftenen skal ligge så sent, at man kan nå et forældremøde, et korstævne eller et sygebesøg på den anden side. Klokken 22 er vores bud, og vi er ikke enige om det endnu.

Nye færger skal sejle på strøm. Kommunerne på egnen køber ind i fællesskab, så en færge fra den ene overfart kan afløse på den anden.

## Tre konkrete forslag

### Landevejstakst hele året

[Beløbet mangler. Tove spørger i kommunen.]

### En reservefærge til hele øhavet

En fælles færge ligger klar, når en anden skal på værft. Den betales af kommunerne i forhold til, hvor mange der bor på øerne.

### Køreplan efter folks liv

Øboerne vælger et råd, som skal høres, før en afgang bliver flyttet eller nedlagt.

## Tre ulemper

- Det koster mere for dem, der bor i land, og de er flest.
- Flere billige billetter giver kø i juli, også for ambulancen.
- [Den tredje har vi ikke skrevet.]
`;

/** Being written by a region, for members only. */
export const ferries: DemoDocument = {
  slug: 'faergen-er-en-vej',
  title: 'Færgen er en vej',
  summary: 'Et udkast fra Fyn om priser, afgange og nye færger i øhavet.',
  policyArea: 'Transport',
  level: 'region',
  region: 'fyn',
  audience: 'members',
  workingGroup: ['Tove Engholt', 'Ole Kornvig', 'Henrik Mosevang'],
  proposers: ['Tove Engholt', 'Ole Kornvig'],
  involved: ['To skippere og en hjemmesygeplejerske'],
  created: { at: { day: -19, time: '20:05' }, by: 'Tove Engholt' },
  state: 'drafting',
  versions: [
    {
      number: 1,
      published: { at: { day: -5, time: '22:10' }, by: 'Ole Kornvig' },
      note: 'Til os selv. Der mangler et beløb og en ulempe.',
      markdown: version1
    }
  ],
  hearings: []
};
