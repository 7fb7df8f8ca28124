import type { DemoHearing } from '../types.ts';
import { invited } from './invited.ts';

/** The round on version 1, which Politisk Forum returned; some of it hangs on version 2 still. */
export const firstRound: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -88, time: '09:00' }, by: 'Henrik Mosevang' },
  closes: { day: -73, time: '23:59' },
  closed: { at: { day: -72, time: '08:00' }, by: 'Henrik Mosevang' },
  invited,
  meetings: [],
  comments: [
    {
      key: 'kaffemaskinen',
      author: 'Rasmus Brinkhøj',
      at: { day: -86, time: '19:18' },
      kind: 'concern',
      on: { block: 'en café med rimelige priser' },
      body: 'Der ligger en café på den anden side af gaden, og den har det svært nok i forvejen. Kommunen skal ikke sælge kaffe.',
      likes: ['Niels Agerbo', 'Mette Skovvang', 'Ole Kornvig', 'Daniel Ravnsø'],
      replies: [
        {
          author: 'Yusuf Elmetoft',
          at: { day: -85, time: '12:02' },
          body: 'I vores kvarter er der ingen anden side af gaden. Men en termokande og et kagefad kan gøre det.',
          likes: ['Tove Engholt', 'Rasmus Brinkhøj']
        }
      ],
      outcome: {
        disposition: 'accepted',
        theme: 'huset',
        answer:
          'Afsnittet om café udgår. Hvad huset vil byde på, kan det selv finde ud af, og termokanden kræver ikke en lov.'
      }
    },
    {
      key: 'to-emner-i-et',
      author: 'Fatma Vigsund',
      at: { day: -84, time: '21:30' },
      kind: 'concern',
      on: { block: 'åbent, når folk har fri', quote: 'Timer uden personale er et godt tillæg' },
      body: 'Her er to emner i ét afsnit: hvornår døren er åben, og hvem der er bag den. Man kan være for det ene og imod det andet, og det er jeg.',
      likes: ['Peter Birkedam', 'Niels Agerbo', 'Lone Hedemose'],
      outcome: {
        disposition: 'accepted',
        theme: 'timer',
        answer: 'Afsnittet bliver delt i to, så de kan drøftes hver for sig.'
      }
    },
    {
      key: 'hver-anden-uge',
      author: 'Lærke Hegnsdal',
      at: { day: -83, time: '15:55' },
      kind: 'wording',
      on: { block: 'kommer bogbussen', quote: 'mindst hver anden uge' },
      wording: 'mindst én gang om ugen',
      body: 'Kommer den hver anden uge, kan man aldrig huske hvilken.',
      likes: ['Leif Tangmose', 'Søren Klitmark', 'Grethe Lyngvang', 'Niels Agerbo'],
      outcome: {
        disposition: 'accepted',
        theme: 'afstand',
        answer: 'Bussen kommer mindst én gang om ugen i næste udkast.'
      }
    },
    {
      key: 'uden-at-vide-det',
      author: 'Jonas Kærvang',
      at: { day: -81, time: '22:44' },
      kind: 'support',
      on: {
        block: 'Samlingen skal være stor nok',
        quote: 'noget, man ikke vidste, at man ledte efter'
      },
      body: 'Det er den bedste grund, jeg har hørt, til at have bøger stående og ikke kun kunne bestille dem.',
      likes: ['Amina Havnsted', 'Tove Engholt', 'Ole Kornvig', 'Sofie Pilholm'],
      outcome: {
        disposition: 'noted',
        theme: 'huset',
        answer:
          'Tak. Sætningen bliver stående, og de to afsnit om bøgerne bliver skrevet sammen til ét.'
      }
    },
    {
      key: 'stille-foerst',
      author: 'Nanna Holmvig',
      at: { day: -80, time: '09:21' },
      kind: 'wording',
      on: { block: 'et rum, hvor der er stille' },
      wording:
        'I ethvert bibliotek skal der være et rum, hvor der er stille. Resten af huset må gerne lyde af mennesker, men aldrig af højttalere.',
      body: 'Musik i baggrunden lukker huset for os, der hører dårligt.',
      likes: ['Tove Engholt', 'Viggo Møllevang'],
      outcome: {
        disposition: 'declined',
        theme: 'huset',
        answer:
          'Vi er enige med dig om musikken, men det hører til i husets egne regler. Et forbud mod højttalere rammer også teleslyngen og højtlæsningen.'
      }
    },
    {
      key: 'hvad-koster-det',
      author: 'Daniel Ravnsø',
      at: { day: -77, time: '23:03' },
      kind: 'question',
      on: { block: 'Bemandede timer koster' },
      body: 'Ja, men hvad? Jeg kan ikke tage stilling til en udgift uden et tal.',
      likes: [
        'Rasmus Brinkhøj',
        'Mette Skovvang',
        'Niels Agerbo',
        'Mads Fjordby',
        'Peter Birkedam'
      ],
      outcome: {
        disposition: 'partly',
        theme: 'timer',
        answer:
          'Du har ret, og vi kan ikke svare endnu. Vi indstiller selv, at udkastet sendes tilbage, så der kan regnes på det.'
      }
    }
  ],
  letters: [],
  themes: [
    {
      key: 'huset',
      title: 'Hvad huset er til for',
      summary:
        'Der er bred støtte til biblioteket som et sted, hvor man kan være uden ærinde. En café blev afvist af de fleste, der skrev om den.'
    },
    {
      key: 'timer',
      title: 'Åbent og bemandet',
      summary:
        'Flere bad om at få skilt åbningstid og bemanding ad, og mange savnede en pris på de bemandede timer.'
    },
    {
      key: 'afstand',
      title: 'Afstand og bogbus',
      summary: 'Bussen skal komme hver uge, så man kan regne med den.'
    }
  ],
  answersPublished: { at: { day: -60, time: '17:00' }, by: 'Henrik Mosevang' },
  report: {
    composed: { at: { day: -59, time: '20:15' }, by: 'Sofie Pilholm' },
    foreword:
      'Første runde gav få, men præcise høringssvar. De peger på det samme: Vi har ikke regnet på prisen, og vi har ikke spurgt, hvem der skal bestemme i huset. Derfor beder vi selv om at få udkastet tilbage.'
  },
  submission: {
    submitted: { at: { day: -58, time: '09:30' }, by: 'Henrik Mosevang' },
    version: 1,
    note: 'Udkastet indstilles uændret sammen med høringsnotatet. Arbejdsgruppen anbefaler, at det sendes tilbage til en ny runde.'
  },
  decision: {
    decided: { at: { day: -44, time: '20:40' }, by: 'Birthe Nordtoft' },
    outcome: 'returned',
    reason:
      'Politisk Forum støtter retningen og følger arbejdsgruppens anbefaling. Et krav til kommunerne kan ikke vedtages, før vi kender prisen.',
    wishes: [
      'Regn på, hvad de bemandede timer og bogbusserne koster, og skriv tallene i teksten.',
      'Giv dem, der bruger huset, indflydelse på det.',
      'Skil åbningstid og bemanding ad, så medlemmerne kan mene noget forskelligt om dem.'
    ],
    resumed: { at: { day: -43, time: '18:30' }, by: 'Henrik Mosevang' }
  }
};
