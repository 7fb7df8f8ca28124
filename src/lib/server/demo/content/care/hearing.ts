import type { DemoHearing } from '../types.ts';

/** Closed yesterday: half of the inputs have an answer, none of them is published yet. */
export const hearing: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -17, time: '09:00' }, by: 'Henrik Mosevang' },
  closes: { day: -2, time: '23:59' },
  closed: { at: { day: -1, time: '08:05' }, by: 'Henrik Mosevang' },
  invited: [
    { kind: 'region', name: 'København', region: 'koebenhavn' },
    { kind: 'region', name: 'Sjælland', region: 'sjaelland' },
    { kind: 'region', name: 'Østjylland', region: 'oestjylland' },
    { kind: 'region', name: 'Nordjylland', region: 'nordjylland' },
    { kind: 'group', name: 'Åbent Lands ældregruppe' },
    { kind: 'organisation', name: 'Foreningen De Nærmeste' }
  ],
  comments: [
    {
      key: 'fremmed-hver-morgen',
      author: 'Viggo Møllevang',
      at: { day: -16, time: '10:22' },
      kind: 'support',
      on: { block: 'Ingen skal forklare sin krop', quote: 'for en fremmed hver morgen' },
      body: 'Min kone havde 43 forskellige på to måneder. Jeg førte liste. Den 44. var god, og hun kom ikke igen.',
      likes: [
        'Tove Engholt',
        'Ole Kornvig',
        'Nanna Holmvig',
        'Fatma Vigsund',
        'Leif Tangmose',
        'Grethe Lyngvang'
      ],
      outcome: {
        disposition: 'noted',
        theme: 'ansigter',
        answer: 'Tak. Vi vil gerne have lov til at gengive listen i høringsnotatet.'
      }
    },
    {
      key: 'hvorfor-otte',
      author: 'Daniel Ravnsø',
      at: { day: -15, time: '22:14' },
      kind: 'question',
      on: { block: 'besøg af mere end otte forskellige', quote: 'otte forskellige ansatte' },
      body: 'Hvor kommer otte fra? Et menneske, der får hjælp fem gange i døgnet, møder tre vagter og en afløser. Har I regnet på ferie og sygdom?',
      likes: ['Rasmus Brinkhøj', 'Mette Skovvang', 'Mads Fjordby'],
      outcome: {
        disposition: 'partly',
        theme: 'ansigter',
        answer:
          'Otte er det højeste, de tre hold nåede på en måned uden sygdom. Vi beholder tallet som mål og skriver, at afløsere i ferien ikke tæller med.'
      }
    },
    {
      key: 'selv-laegge-plan',
      author: 'Mette Skovvang',
      at: { day: -14, time: '20:05' },
      kind: 'concern',
      on: { block: 'Hjemmeplejen deles derfor op', quote: 'selv lægger deres vagtplan' },
      body: 'Jeg har været på sådan et hold. Vi var glade for det i et halvt år. Så var det altid den samme, der tog juleaften, fordi hun ikke kunne sige nej. En plan skal have en, der kan tage ansvaret for den.',
      likes: ['Fatma Vigsund', 'Grethe Lyngvang', 'Rasmus Brinkhøj', 'Niels Agerbo'],
      replies: [
        {
          author: 'Yusuf Elmetoft',
          at: { day: -13, time: '07:48' },
          body: 'Hos os trækker vi lod om helligdagene. Ingen er glade, men alle er enige.',
          likes: ['Mette Skovvang', 'Tove Engholt']
        }
      ]
    },
    {
      key: 'gaatur-og-bad',
      author: 'Tove Engholt',
      at: { day: -13, time: '11:30' },
      kind: 'concern',
      on: {
        block: 'Holdet bestemmer sammen med den ældre',
        quote: 'hellere have en gåtur end et bad'
      },
      body: 'Det er rigtigt tænkt, men pas på. Min mor ville altid hellere have en gåtur, og det var, fordi hun var flov over at blive vasket. Nogle gange er det venlige at spørge en gang til.',
      likes: ['Viggo Møllevang', 'Nanna Holmvig', 'Amina Havnsted', 'Ole Kornvig'],
      outcome: {
        disposition: 'accepted',
        theme: 'valget',
        answer:
          'Vi tilføjer, at holdet skal spørge igen, og at et nej i dag ikke er et nej i morgen.'
      }
    },
    {
      key: 'datteren',
      author: 'Fatma Vigsund',
      at: { day: -11, time: '21:40' },
      kind: 'support',
      on: { block: 'Pårørende skal være velkomne', quote: 'fordi en datter bor i nærheden' },
      body: 'Læg mærke til, at der står en datter. Det er godt set, og det er sådan, det er.',
      likes: ['Amina Havnsted', 'Nanna Holmvig', 'Tove Engholt', 'Sofie Pilholm']
    },
    {
      key: 'skemaerne',
      author: 'Rasmus Brinkhøj',
      at: { day: -10, time: '19:16' },
      kind: 'concern',
      on: { block: 'Den ansatte skriver det, som den næste' },
      body: 'Da min mor faldt, var det skemaet, der viste, at ingen havde været der siden middag. Uden det havde vi fået at vide, at der nok havde været nogen. Skær ned, men ikke på klokkeslættene.',
      likes: ['Daniel Ravnsø', 'Fatma Vigsund', 'Mette Skovvang', 'Viggo Møllevang', 'Niels Agerbo']
    },
    {
      key: 'en-dag-er-for-lidt',
      author: 'Leif Tangmose',
      at: { day: -7, time: '09:58' },
      kind: 'wording',
      on: { block: 'Den, der passer sin ægtefælle', quote: 'en hel dag om ugen' },
      wording: 'to halve dage eller en hel dag om ugen efter eget valg',
      body: 'En hel dag er lang for den, der bliver efterladt. To formiddage er bedre, så kan man nå frisøren og banken og være hjemme til middag.',
      likes: ['Tove Engholt', 'Søren Klitmark', 'Ole Kornvig'],
      outcome: {
        disposition: 'accepted',
        theme: 'paaroerende',
        answer: 'Imødekommet i din ordlyd.'
      }
    },
    {
      key: 'loennen',
      author: 'Yusuf Elmetoft',
      at: { day: -3, time: '23:02' },
      kind: 'concern',
      body: 'Visionen nævner ikke løn. Jeg har været sosu-hjælper i otte år, og alle pæne ord om små hold falder til jorden, når det lokale lager betaler mere om natten.',
      likes: [
        'Amina Havnsted',
        'Jonas Kærvang',
        'Grethe Lyngvang',
        'Tove Engholt',
        'Lærke Hegnsdal'
      ],
      outcome: {
        disposition: 'outOfScope',
        answer:
          'Vi er enige i, at lønnen betyder mest, men den bliver aftalt mellem parterne. Vi sender dit indlæg videre.',
        referredTo: 'Arbejdsgruppen om arbejdsliv og løn'
      }
    }
  ],
  meetings: [
    {
      key: 'koege',
      region: 'sjaelland',
      held: { day: -6, time: '18:30' },
      place: 'Kulturhuset i Køge, lokale 4',
      attendance: 14,
      minutes:
        'Mødet gennemgik forslagene et for et. Fire af de fremmødte arbejder i ældreplejen. Der var enighed om bemærkningerne, bortset fra den sidste, som ni stod bag.',
      entered: { at: { day: -5, time: '16:25' }, by: 'Rasmus Brinkhøj' },
      remarks: [
        {
          key: 'koege-natten',
          on: { block: 'Hjemmeplejen deles derfor op' },
          body: 'Om natten kører to ansatte for hele kommunen. Teksten skal sige, om natten også er et hold.'
        },
        {
          key: 'koege-gryden',
          on: { block: 'køkken med en gryde' },
          body: 'Vi er meget for gryden. Skriv også, hvem der rører i den.',
          outcome: {
            disposition: 'accepted',
            theme: 'valget',
            answer:
              'Vi tilføjer, at maden laves af køkkenets eget personale, og at beboerne kan være med.'
          }
        },
        {
          key: 'koege-offentlighed',
          on: { block: 'besøg af mere end otte forskellige' },
          body: 'Et tal, der bliver offentliggjort, bliver pyntet på. Lad ældrerådet få det i stedet.'
        }
      ]
    }
  ],
  letters: [
    {
      key: 'de-naermeste',
      from: 'Foreningen De Nærmeste',
      received: { day: -4, time: '09:00' },
      entered: { at: { day: -3, time: '14:50' }, by: 'Nanna Holmvig' },
      on: { block: 'Den, der passer sin ægtefælle', quote: 'sin ægtefælle' },
      body: `Til arbejdsgruppen

Halvdelen af vores medlemmer passer en mor, en bror eller et voksent barn. De bliver lige så trætte som en ægtefælle. Skriv »en nær pårørende«, så er vi der alle sammen.

Venlig hilsen
Foreningen De Nærmeste`
    }
  ],
  themes: [
    {
      key: 'ansigter',
      title: 'Kendte ansigter',
      summary:
        'Målet møder ingen modstand. Der er tvivl om tallet otte og om, hvad det gør ved det at blive offentliggjort.'
    },
    { key: 'valget', title: 'Hvad tiden bruges til' },
    { key: 'paaroerende', title: 'Pårørende' }
  ]
};
