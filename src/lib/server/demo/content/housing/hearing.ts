import type { DemoHearing } from '../types.ts';
import { comments } from './comments.ts';
import { fyn } from './fyn.ts';

export const hearing: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -188, time: '09:00' }, by: 'Kasper Stenvig' },
  closes: { day: -172, time: '23:59' },
  closed: { at: { day: -171, time: '08:15' }, by: 'Kasper Stenvig' },
  invited: [
    { kind: 'region', name: 'København', region: 'koebenhavn' },
    { kind: 'region', name: 'Fyn', region: 'fyn' },
    { kind: 'region', name: 'Sjælland', region: 'sjaelland' },
    { kind: 'group', name: 'Åbent Lands ungdom' },
    { kind: 'organisation', name: 'Foreningen Lys i Landsbyen' }
  ],
  comments,
  meetings: [
    {
      key: 'faaborg',
      region: 'fyn',
      held: { day: -177, time: '19:00' },
      place: 'Forsamlingshuset i Korinth ved Faaborg',
      attendance: 19,
      minutes:
        'Mødet nåede visionens tekst og ikke længere. Lone Hedemose er selv visionsstiller og lod derfor Ole Kornvig være ordstyrer. Ændringerne blev vedtaget enstemmigt.',
      entered: { at: { day: -176, time: '09:40' }, by: 'Lone Hedemose' },
      rewrite: {
        posted: { at: { day: -176, time: '10:05' }, by: 'Lone Hedemose' },
        scope: ['Visionens tekst'],
        markdown: fyn,
        changes: [
          {
            side: 'rewrite',
            block: 'I landsbyer kan kommunen i stedet købe huse',
            reason:
              'Der bliver næsten ikke bygget nyt på landet, så kravet skal kunne opfyldes på en anden måde.',
            likes: ['Rasmus Brinkhøj', 'Niels Agerbo'],
            outcome: {
              disposition: 'accepted',
              theme: 'alment',
              answer: 'Sætningen er taget ind i næsten samme ordlyd.'
            }
          },
          {
            side: 'rewrite',
            block: 'Tomme huse skal bruges',
            reason: 'De tomme huse står der allerede. De bør nævnes før det, der skal bygges.',
            outcome: {
              disposition: 'declined',
              theme: 'tomme',
              answer:
                'Vi lader rækkefølgen stå. De tomme huse hører sammen med afsnittet om at bygge om, og det, der skal bygges, gælder hele landet.'
            }
          },
          {
            side: 'rewrite',
            block: 'Ingen skal flytte for en trappes skyld',
            reason: 'Halvdelen af de fremmødte boede oppe.',
            likes: ['Tove Engholt', 'Nanna Holmvig', 'Ole Kornvig'],
            outcome: {
              disposition: 'partly',
              theme: 'blive',
              answer:
                'Tanken er med i det nye afsnit om elevatorer. Det gælder kun etageejendomme, fordi et krav til alle gamle huse bliver for dyrt.'
            }
          }
        ],
        otherChanges: {
          disposition: 'noted',
          theme: 'tomme',
          answer:
            'Ændringen følger af, at afsnittet om tomme huse er flyttet. Se svaret om rækkefølgen.'
        }
      }
    }
  ],
  letters: [
    {
      key: 'lys-i-landsbyen',
      from: 'Foreningen Lys i Landsbyen',
      received: { day: -170, time: '11:00' },
      entered: { at: { day: -170, time: '16:20' }, by: 'Kasper Stenvig' },
      late: true,
      on: { block: 'Den, der lejer, kan købe huset efter fem år' },
      body: 'Fem år er lang tid at male en andens køkken. Vi foreslår tre, og at lejen for de to sidste år trækkes fra prisen.',
      outcome: {
        disposition: 'declined',
        theme: 'tomme',
        answer:
          'Med tre år kan huset sælges videre, før naboerne har lært navnet. Vi holder fast i fem, men tager gerne spørgsmålet op igen, når de første er solgt.'
      }
    }
  ],
  themes: [
    {
      key: 'blive',
      title: 'At kunne blive boende',
      summary:
        'Flere bemærkede, at visionen begynder med knæene og derefter glemmer dem. Der var stor støtte til elevatorer og til at bygge om.'
    },
    {
      key: 'alment',
      title: 'Hvor meget skal være alment',
      summary:
        'Her var den største uenighed. Nogle ville have en tredjedel og et loft over huslejen, andre fandt en fjerdedel umulig på landet.'
    },
    {
      key: 'tomme',
      title: 'Tomme huse og nedrivning',
      summary:
        'Målet blev støttet af næsten alle. Indvendingerne gjaldt ejerens ret, dødsboer og huse, der er syge.'
    },
    {
      key: 'garanti',
      title: 'Statens garanti',
      summary: 'To høringssvar savnede en grænse for, hvad staten kan komme til at betale.'
    }
  ],
  answersPublished: { at: { day: -161, time: '17:30' }, by: 'Kasper Stenvig' },
  report: {
    composed: { at: { day: -157, time: '21:10' }, by: 'Kasper Stenvig' },
    foreword:
      'Arbejdsgruppen takker for høringssvarene. De har ændret fire afsnit og givet et nyt. Om huslejen var vi ikke enige, og det fremgår af svaret, hvem der mente hvad. Vi har ikke søgt et kompromis, som ingen havde bedt om.'
  },
  submission: {
    submitted: { at: { day: -156, time: '10:00' }, by: 'Kasper Stenvig' },
    version: 2,
    note: 'Version 2 indstilles til vedtagelse. Vi henleder opmærksomheden på afsnittet om tomme huse, hvor ejendomsretten bør vurderes.'
  },
  decision: {
    decided: { at: { day: -142, time: '21:25' }, by: 'Birthe Nordtoft' },
    outcome: 'adoptedWithReservations',
    reason:
      'Politisk Forum vedtager visionen med fire stemmer mod en. Mindretallet finder, at pligten til at tilbyde et tomt hus går for vidt. Flertallet kan støtte den, når ejeren bliver hørt.',
    reservations: [
      {
        key: 'ejeren-hoeres',
        block: 'Tomme huse skal bruges',
        wish: 'Afsnittet skal sige, at ejeren bliver hørt først, og at der kan klages, inden huset bliver overtaget.',
        steps: [
          {
            kind: 'proposed',
            version: 3,
            said: { at: { day: -118, time: '19:50' }, by: 'Kasper Stenvig' },
            words: 'Høring, klageadgang og opsættende virkning står nu i afsnittet.'
          },
          {
            kind: 'confirmed',
            version: 3,
            said: { at: { day: -110, time: '20:30' }, by: 'Birthe Nordtoft' },
            words: ''
          }
        ]
      },
      {
        key: 'loft-over-garantien',
        block: 'Staten garanterer for den del af lånet',
        wish: 'Der skal sættes et loft over garantien, enten i kroner eller som en andel af lånet, så udgiften kan skønnes.',
        steps: [
          {
            kind: 'proposed',
            version: 4,
            said: { at: { day: -8, time: '17:15' }, by: 'Lone Hedemose' },
            words: 'Garantien kan højst være en tiendedel af lånet.'
          }
        ]
      }
    ]
  }
};
