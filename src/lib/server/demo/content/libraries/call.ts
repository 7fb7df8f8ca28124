import type { DemoCall } from '../types.ts';

/** What the working group asked before there was a draft. */
export const call: DemoCall = {
  opened: { at: { day: -124, time: '09:00' }, by: 'Henrik Mosevang' },
  closes: { day: -103, time: '23:59' },
  closed: { at: { day: -102, time: '08:30' }, by: 'Henrik Mosevang' },
  question: `Vi skal skrive en vision om bibliotekerne og vil gerne begynde med jer, der bruger dem, og jer, der er holdt op med det.

Hvad gik du sidst på biblioteket for? Hvad fik dig til at blive væk? Skriv så kort, du vil.`,
  inputs: [
    {
      key: 'kaldt-derhjemme',
      author: 'Leif Tangmose',
      at: { day: -122, time: '18:12' },
      kind: 'support',
      body: 'For at læse avis og for at få varmen. Det sidste siger man ikke højt, men vi var flere om det i vinter.',
      likes: ['Tove Engholt', 'Søren Klitmark'],
      outcome: {
        disposition: 'accepted',
        theme: 'huset',
        answer:
          'Huset skal være for den, der hverken skal købe noget eller fejler noget. Det er blevet visionens første sætning.'
      }
    },
    {
      key: 'lukket-klokken-fem',
      author: 'Mads Fjordby',
      at: { day: -119, time: '20:40' },
      kind: 'concern',
      body: 'Jeg er holdt op. Jeg har fri klokken halv fem og henter børn klokken fem, og så er personalet gået. Maskinen kan godt tage imod en bog, men den kan ikke svare på, hvad en dreng på ni skal læse, når han er færdig med dinosaurerne.',
      likes: ['Yusuf Elmetoft', 'Jonas Kærvang', 'Amina Havnsted'],
      outcome: {
        disposition: 'accepted',
        theme: 'timer',
        answer:
          'Udkastet får et krav om bemandede timer om aftenen og om lørdagen. Dinosaurerne tager vi personligt.'
      }
    },
    {
      key: 'bussen-kom-ikke',
      author: 'Lærke Hegnsdal',
      at: { day: -111, time: '16:27' },
      kind: 'concern',
      body: 'Bogbussen holdt op, da jeg gik i fjerde. Siden har vi fået bøger med skolebussen i en kasse, som en voksen har valgt. Det er ikke det samme som at gå og trække i ryggene selv.',
      likes: ['Leif Tangmose', 'Grethe Lyngvang', 'Niels Agerbo'],
      outcome: {
        disposition: 'accepted',
        theme: 'afstand',
        answer: 'Bogbussen er blevet et af de tre konkrete forslag.'
      }
    },
    {
      key: 'hellere-skolen',
      author: 'Viggo Møllevang',
      at: { day: -105, time: '21:58' },
      kind: 'concern',
      body: 'Jeg synes, I begynder i den forkerte ende. Det er i skolen, man holder op med at læse. Brug pengene på skolebibliotekerne, og lad folkebibliotekerne være, som de er.',
      likes: ['Fatma Vigsund'],
      outcome: {
        disposition: 'partly',
        theme: 'huset',
        answer:
          'Skolebiblioteket er kommet med, og de to huse skal kunne hjælpe hinanden. Men den, der har forladt skolen, skal også have et sted at læse, så vi vælger ikke det ene i stedet for det andet.'
      }
    }
  ]
};
