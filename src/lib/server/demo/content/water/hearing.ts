import type { DemoHearing } from '../types.ts';

export const hearing: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -236, time: '09:00' }, by: 'Grethe Lyngvang' },
  closes: { day: -220, time: '23:59' },
  closed: { at: { day: -219, time: '08:10' }, by: 'Grethe Lyngvang' },
  invited: [
    { kind: 'region', name: 'Nordjylland', region: 'nordjylland' },
    { kind: 'organisation', name: 'De små vandværkers kreds' }
  ],
  comments: [
    {
      key: 'ord-man-forstaar',
      author: 'Leif Tangmose',
      at: { day: -233, time: '20:14' },
      kind: 'wording',
      on: { block: 'Hvert vandværk lægger sine prøver frem', quote: 'også når de er dårlige' },
      wording: 'også når de er dårlige, og så man kan forstå dem',
      body: 'Vores vandværk hænger et ark op med tal. Ingen i byen ved, om de er gode.',
      likes: ['Tove Engholt', 'Nanna Holmvig'],
      outcome: {
        disposition: 'accepted',
        theme: 'proever',
        answer: 'Det står nu, at prøverne skal forklares med almindelige ord.'
      }
    },
    {
      key: 'rene-roer',
      author: 'Viggo Møllevang',
      at: { day: -227, time: '17:42' },
      kind: 'concern',
      on: { block: 'Vand skal betales efter' },
      body: 'Rørene koster det samme, om der løber vand i dem eller ej. Hvem betaler dem i et sommerhusområde?',
      outcome: {
        disposition: 'noted',
        theme: 'betaling',
        answer: 'Det er en indvending, vi ikke har et godt svar på endnu.'
      }
    }
  ],
  meetings: [],
  letters: [],
  themes: [
    { key: 'proever', title: 'Prøver', summary: 'Der er støtte til, at de skal kunne forstås.' },
    { key: 'betaling', title: 'Betaling', summary: 'Et høringssvar spørger til rørene.' }
  ],
  answersPublished: { at: { day: -208, time: '19:30' }, by: 'Grethe Lyngvang' },
  report: {
    composed: { at: { day: -206, time: '20:00' }, by: 'Grethe Lyngvang' },
    foreword: 'To høringssvar, og det ene af dem er skrevet ind.'
  },
  submission: {
    submitted: { at: { day: -205, time: '09:30' }, by: 'Grethe Lyngvang' },
    version: 2,
    note: 'Version 2 indstilles. Om det faste bidrag er vi selv i tvivl.'
  },
  decision: {
    decided: { at: { day: -196, time: '21:05' }, by: 'Birthe Nordtoft' },
    outcome: 'adoptedWithReservations',
    reason: 'Politisk Forum vedtager visionen enstemmigt, når det faste bidrag er tænkt om.',
    reservations: [
      {
        key: 'det-faste-bidrag',
        block: 'Vand skal betales efter',
        wish: 'Et lille vandværk skal kunne holde sine rør. Sæt et loft over det faste bidrag i stedet for at fjerne det.',
        steps: [
          {
            kind: 'proposed',
            version: 3,
            said: { at: { day: -185, time: '18:20' }, by: 'Grethe Lyngvang' },
            words: 'Bidraget falder kun bort, hvor der er råd til det.'
          },
          {
            kind: 'sentBack',
            version: 3,
            said: { at: { day: -180, time: '20:45' }, by: 'Ingrid Søhøj' },
            words: 'Vi bad om et loft. Her står, at det falder bort en dag, som ingen kan nævne.'
          },
          {
            kind: 'proposed',
            version: 4,
            said: { at: { day: -170, time: '19:10' }, by: 'Grethe Lyngvang' },
            words: 'Nu er der et loft: en femtedel af regningen.'
          },
          {
            kind: 'confirmed',
            version: 4,
            said: { at: { day: -165, time: '21:15' }, by: 'Ingrid Søhøj' },
            words: ''
          }
        ]
      }
    ]
  }
};
