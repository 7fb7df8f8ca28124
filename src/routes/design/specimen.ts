import type { CommentKind, Disposition, DocumentState, Voice } from '#lib/domain/hearing/enums.ts';

/** The made-up time of the page. */
export const now = new Date('2026-03-12T19:20:00Z');

export const steps = [
  { name: 'Udkast', state: 'past', when: '12. januar' },
  { name: 'Høring', state: 'now', when: '4.–18. marts', left: '6 dage endnu' },
  { name: 'Bearbejdning', state: 'coming', when: 'marts' },
  { name: 'Politisk Forum', state: 'coming', when: '9. april' },
  { name: 'Afgørelse', state: 'coming' }
] as const;

export interface Contribution {
  id: string;
  name: string;
  voice: Voice;
  from: string;
  at: string;
  kind?: CommentKind;
  quote?: string;
  html: string;
  likes: number;
  liked: boolean;
  answer?: { disposition: Disposition; html: string };
}

interface Paragraph {
  number: number;
  html: string;
  likes: number;
  liked: boolean;
  contributions: Contribution[];
}

export const paragraphs: Paragraph[] = [
  {
    number: 1,
    html: '<p>Ethvert barn skal kunne gå eller cykle trygt i skole. Vi vil, at hver kommune lægger en plan for sine skoleveje, og at planen bliver til i skolegården og ikke kun på rådhuset.</p>',
    likes: 14,
    liked: true,
    contributions: [
      {
        id: 'k1',
        name: 'Signe Holm',
        voice: 'member',
        from: 'Fyn',
        at: '2026-03-11T18:00:00Z',
        kind: 'question',
        html: '<p>Hvem måler, om vejen er tryg? Børnene har en anden mening end trafiktællingen.</p>',
        likes: 8,
        liked: false
      }
    ]
  },
  {
    number: 2,
    html: '<p>Hastigheden foran skolerne sættes ned til <mark>30 kilometer i timen i skoletiden</mark>, og staten betaler halvdelen af de første tusind krydsninger. Den kommune, der har børn på landevej, kommer først i køen.</p>',
    likes: 31,
    liked: false,
    contributions: [
      {
        id: 'k2',
        name: 'Nordjylland',
        voice: 'region',
        from: 'medlemsmøde i Hjørring, 27 til stede, indført af Bo Lind',
        at: '2026-03-09T20:00:00Z',
        html: '<p class="words">… til 30 kilometer i timen <del>i skoletiden</del> <ins>hele døgnet</ins>, og staten betaler <del>halvdelen af</del> de første tusind krydsninger.</p><p><b>Begrundelse:</b> børn går også til fodbold om aftenen, og skiltene bliver enklere.</p>',
        likes: 12,
        liked: false
      },
      {
        id: 'k3',
        name: 'Mogens Dahl',
        voice: 'member',
        from: 'Sjælland',
        at: '2026-03-09T07:00:00Z',
        kind: 'concern',
        quote: '30 kilometer i timen i skoletiden',
        html: '<p>Vores skole ligger ved en hovedvej. Skilte hjælper ikke, når lastbilerne kører igennem klokken otte.</p>',
        likes: 19,
        liked: true,
        answer: {
          disposition: 'partly',
          html: '<p>Hovedveje får en krydsning med lys i stedet. Se afsnit 2 i version 3.</p>'
        }
      }
    ]
  },
  {
    number: 3,
    html: '<p>Cykelstien er rygraden. De stier, der findes, skal kunne køres om vinteren, før der bygges nye.</p>',
    likes: 6,
    liked: false,
    contributions: []
  },
  {
    number: 4,
    html: '<p>Ingen skal vælge bilen, fordi bussen ikke venter. Skolens ringetider og bussens køreplan lægges sammen, og den, der bor mere end to kilometer væk, kører gratis med.</p>',
    likes: 22,
    liked: false,
    contributions: [
      {
        id: 'k4',
        name: 'Amina Farah',
        voice: 'member',
        from: 'Østjylland',
        at: '2026-03-12T12:05:00Z',
        kind: 'wording',
        html: '<p class="words">… og den, der bor mere end <del>to kilometer</del> <ins>halvanden kilometer</ins> væk, kører gratis med.</p>',
        likes: 5,
        liked: false
      }
    ]
  },
  {
    number: 5,
    html: '<p>Kommunen bestemmer selv, hvordan det sidste stykke løses: følgeskab, en gåbus eller en nabo med gul vest og en aftale. Det skal bare stå i planen, hvem der gør det.</p>',
    likes: 9,
    liked: false,
    contributions: []
  }
];

export const headings = [
  { href: '#visionens-tekst', text: 'Visionens tekst', level: 2 },
  { href: '#afsnit-3', text: 'Tre konkrete forslag', level: 2 },
  { href: '#afsnit-4', text: 'Tre ulemper', level: 2 },
  { href: '#afsnit-5', text: 'Sådan blev den til', level: 2 }
];

export const states: DocumentState[] = [
  'callForInput',
  'drafting',
  'hearing',
  'processing',
  'submitted',
  'adopted',
  'adoptedWithReservations',
  'returned'
];

export const bar = [
  { text: 'imødekommet', count: 14, tone: 'accent' },
  { text: 'delvist imødekommet', count: 9, tone: 'accent-soft' },
  { text: 'ikke imødekommet', count: 11, tone: 'red' },
  { text: 'taget til efterretning', count: 5, tone: 'blue' },
  { text: 'uden for emnet', count: 2, tone: 'plain' }
] as const;
