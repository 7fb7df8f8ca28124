import type { DemoHearing } from '../types.ts';

export const hearing: DemoHearing = {
  round: 1,
  version: 1,
  opened: { at: { day: -39, time: '09:00' }, by: 'Daniel Ravnsø' },
  closes: { day: -24, time: '23:59' },
  closed: { at: { day: -23, time: '08:20' }, by: 'Daniel Ravnsø' },
  invited: [
    { kind: 'region', name: 'Østjylland', region: 'oestjylland' },
    { kind: 'region', name: 'København', region: 'koebenhavn' },
    { kind: 'group', name: 'Åbent Lands ungdom' },
    { kind: 'organisation', name: 'Fikserfolkene' }
  ],
  comments: [
    {
      key: 'halvanden-vaskemaskine',
      author: 'Ole Kornvig',
      at: { day: -38, time: '18:52' },
      kind: 'concern',
      on: { block: 'Reservedele må tilsammen højst koste', quote: 'det dobbelte' },
      body: 'Så må en tromle altså koste halvanden vaskemaskine. Det må være en fejl, at loftet gælder alle delene på én gang.',
      likes: ['Yusuf Elmetoft', 'Leif Tangmose', 'Mads Fjordby'],
      outcome: {
        disposition: 'accepted',
        theme: 'dele',
        answer: 'Det var en fejl. Loftet gælder nu den enkelte del, og den må koste en tredjedel.'
      }
    },
    {
      key: 'skoene',
      author: 'Lærke Hegnsdal',
      at: { day: -35, time: '16:30' },
      kind: 'wording',
      on: { block: 'Momsen på reparation af tøj', quote: 'tøj, cykler og elektronik' },
      wording: 'tøj, sko, cykler og elektronik',
      body: 'Skomageren lukkede sidste år. Nye såler kostede mere end nye sko.',
      likes: ['Tove Engholt', 'Grethe Lyngvang', 'Viggo Møllevang', 'Nanna Holmvig'],
      outcome: { disposition: 'accepted', theme: 'pris', answer: 'Skoene er kommet med.' }
    },
    {
      key: 'programmer',
      author: 'Nanna Holmvig',
      at: { day: -33, time: '21:17' },
      kind: 'concern',
      on: { block: 'Den, der sælger en ting', quote: 'reservedele' },
      body: 'Mit høreapparat fejler ingenting. Det er programmet til det, der ikke findes længere. Det er også en reservedel.',
      likes: ['Tove Engholt', 'Daniel Ravnsø', 'Jonas Kærvang', 'Amina Havnsted'],
      outcome: {
        disposition: 'accepted',
        theme: 'dele',
        answer: 'Programmer, som tingen ikke kan virke uden, er nu nævnt på linje med reservedele.'
      }
    },
    {
      key: 'moms-er-et-rod',
      author: 'Rasmus Brinkhøj',
      at: { day: -29, time: '22:09' },
      kind: 'concern',
      on: { block: 'Momsen på reparation af tøj' },
      body: 'To momssatser giver en hær af grænsetilfælde. Er en ny lynlås en reparation eller et køb? Giv hellere et fast tilskud pr. reparation. Det kan man regne ud på en kvittering.',
      likes: ['Mette Skovvang', 'Niels Agerbo', 'Fatma Vigsund'],
      outcome: {
        disposition: 'declined',
        theme: 'pris',
        answer:
          'Et tilskud skal søges, og det får de, der er gode til at søge. Momsen kommer alle til gode uden en blanket. Grænsetilfældene er en pris, som vi mener er værd at betale.'
      }
    }
  ],
  meetings: [],
  letters: [
    {
      key: 'fikserfolkene',
      from: 'Fikserfolkene',
      received: { day: -27, time: '12:00' },
      entered: { at: { day: -27, time: '19:35' }, by: 'Daniel Ravnsø' },
      on: { block: 'Kommunen indretter et åbent værksted' },
      body: 'Vi reparerer hver torsdag og får dagligt øje på gode dele i containeren, som vi ikke må røre. Skriv, at vi må. Skriv også gerne, at værkstedet skal være åbent hver dag.',
      outcome: {
        disposition: 'partly',
        theme: 'vaerksted',
        answer:
          'I må skille det afleverede ad. Det står der nu. Åbent hver dag kan vi ikke love, for tre dage er det, en enkelt ansat kan nå.'
      }
    }
  ],
  themes: [
    {
      key: 'dele',
      title: 'Reservedele',
      summary: 'Loftet var skrevet forkert, og programmer manglede. Begge dele er rettet.'
    },
    {
      key: 'pris',
      title: 'Moms eller tilskud',
      summary: 'Ét høringssvar foretrækker et tilskud. Arbejdsgruppen holder fast i momsen.'
    },
    {
      key: 'vaerksted',
      title: 'Værkstederne',
      summary: 'De frivillige vil have lov at bruge det, andre har smidt ud.'
    }
  ],
  answersPublished: { at: { day: -15, time: '17:45' }, by: 'Daniel Ravnsø' },
  report: {
    composed: { at: { day: -10, time: '20:30' }, by: 'Daniel Ravnsø' },
    foreword:
      'Fem høringssvar, fire rettelser. Det eneste, vi ikke har fulgt, er forslaget om tilskud i stedet for lavere moms, og det har Politisk Forum nu mulighed for at se på.'
  },
  submission: {
    submitted: { at: { day: -8, time: '09:20' }, by: 'Daniel Ravnsø' },
    version: 2,
    note: 'Version 2 indstilles til vedtagelse. Skønnet over tabt moms er vores eget og bør efterprøves.'
  }
};
